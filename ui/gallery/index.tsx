export { GalleryPage } from './gallery.tsx'
