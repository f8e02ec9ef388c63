/** Where films may come from besides this site, and how a film there is addressed. */
export const VIDEO_PROVIDERS = {
  bilibili: {
    name: 'bilibili',
    frameOrigin: 'https://player.bilibili.com',
    id: /^BV[0-9A-Za-z]{10}$/,
    example: 'BV1xx411c7mD',
    frame: (id: string) => `https://player.bilibili.com/player.html?bvid=${id}&autoplay=1&poster=1`,
    page: (id: string) => `https://www.bilibili.com/video/${id}/`,
  },
  qq: {
    name: '腾讯视频',
    frameOrigin: 'https://v.qq.com',
    id: /^[0-9a-z]{11}$/,
    example: 'a0012b3c4d5',
    frame: (id: string) => `https://v.qq.com/txp/iframe/player.html?vid=${id}&autoplay=true`,
    page: (id: string) => `https://v.qq.com/x/page/${id}.html`,
  },
  vimeo: {
    name: 'Vimeo',
    frameOrigin: 'https://player.vimeo.com',
    id: /^\d{6,12}$/,
    example: '123456789',
    frame: (id: string) => `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1`,
    page: (id: string) => `https://vimeo.com/${id}`,
  },
  youtube: {
    name: 'YouTube',
    frameOrigin: 'https://www.youtube-nocookie.com',
    id: /^[\w-]{11}$/,
    example: 'aBcDeFgHiJk',
    frame: (id: string) => `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0`,
    page: (id: string) => `https://www.youtube.com/watch?v=${id}`,
  },
} as const;

export type VideoProvider = keyof typeof VIDEO_PROVIDERS;

export const VIDEO_PROVIDER_NAMES = Object.keys(VIDEO_PROVIDERS) as [VideoProvider, ...VideoProvider[]];
