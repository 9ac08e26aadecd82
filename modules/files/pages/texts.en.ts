import type { RefusalParams, SameTexts } from '@congso/kernel/contract'
import type { vi } from './texts.vi.ts'

type Param = RefusalParams[string] | undefined

const size = (bytes: Param) => `${Math.round((Number(bytes) / 1_048_576) * 10) / 10} MB`

export const en: SameTexts<typeof vi> = {
  crumb: 'Where it belongs',
  facts: 'About this file',
  name: 'Name',
  type: 'Type',
  size: 'Size',
  when: 'Added at',
  who: 'Added by',
  system: 'System',
  scan: 'Virus scan',
  scans: { clean: 'Scanned, no virus found', unscanned: 'Not scanned' },
  hash: 'SHA-256',
  preview: 'Preview',
  previewOf: name => `Preview of ${name}`,
  noPreview: 'This type cannot be shown here. Download it to open it.',
  blank: 'If the frame stays empty, open the file in a new tab.',
  openInTab: 'Open in new tab',
  download: 'Download',
  remove: 'Remove file',
  removeHelp:
    'The file leaves the dossier; its content is destroyed after 30 days. The removal and its reason are recorded.',
  reason: 'Reason',
  removeFailed: 'File not removed',
  removed: name => `File ${name} removed. If that was a mistake, restore it here.`,
  removedTitle: 'Removed from the dossier',
  removedAt: 'Removed at',
  removedBy: 'Removed by',
  keptUntil: 'Content kept until',
  restore: 'Restore file',
  restored: name => `File ${name} is back in the dossier.`,
  gone: 'More than 30 days have passed. The content is gone and cannot be restored.',
  refusals: {
    'files.too-large': p =>
      `${p.name} is larger than the limit of ${size(p.limit)}. Choose a smaller file or scan at a lower resolution.`,
    'files.empty': p => `${p.name} is empty. Check the file and choose again.`,
    'files.type-not-allowed': p =>
      `${p.name} (${p.ending ? `.${p.ending}` : 'no ending'}) is not accepted. Accepted: ${p.allowed}.`,
    'files.type-lies': p =>
      `The name ${p.name} says .${p.ending} but its content ${p.actual ? `is .${p.actual}` : 'is not of that type'}. Save it as its real type and choose again.`,
    'files.infected': p => `${p.name} holds the virus ${p.virus}. It was not taken in.`,
    'files.scan-unavailable': p =>
      `${p.name} could not be scanned for viruses, so it was not taken in. Try again in a few minutes.`,
    'files.link-expired': 'This link has expired. Ask the sender for a new one.',
    'files.content-gone': p => `${p.name} was removed more than 30 days ago and its content is gone. Hand it in again.`,
    'files.not-uploaded': p => `${p.name} was not uploaded. Choose the file again and send it.`,
  },
  events: {
    'files.file-attached': 'File added',
    'files.file-removed': 'File removed',
    'files.file-restored': 'Removed file restored',
    'files.file-linked': 'Short-lived link to a file made',
    'files.contents-destroyed': 'Unused contents destroyed',
  },
  permissions: {
    'files.file.remove': 'Remove files from dossiers, restore removed ones',
    'files.store.clean': 'Clean the file store (system)',
  },
}
