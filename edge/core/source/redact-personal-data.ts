export { redactText, redactUrl } from '../../contract/redact-personal-data.ts';
