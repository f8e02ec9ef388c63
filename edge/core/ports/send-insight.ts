/** Hands events on to PostHog; `fetch` of the platform, and in tests whatever stands for it. */
export type SendInsight = (url: string, init: RequestInit) => Promise<Response>;
