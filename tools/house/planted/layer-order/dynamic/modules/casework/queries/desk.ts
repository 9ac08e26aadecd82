export const later = () => import('../pages/desk.tsx')
