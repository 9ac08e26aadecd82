/** The part of pdfmake 0.3 that printing uses; the package brings no types of its own. */
declare module 'pdfmake' {
  type Faces = { normal: string; bold: string; italics: string; bolditalics: string }
  const pdfmake: {
    virtualfs: { writeFileSync(name: string, content: Uint8Array): void }
    addFonts(fonts: Record<string, Faces>): void
    setUrlAccessPolicy(allows: (url: string) => boolean): void
    setLocalAccessPolicy(allows: (path: string) => boolean): void
    createPdf(definition: object): { getBuffer(): Promise<Uint8Array> }
  }
  export default pdfmake
}
