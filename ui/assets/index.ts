export { type AssetOptions, buildAssets, type Manifest } from './build.ts'
