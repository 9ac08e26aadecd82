/**
 * Writes `icons.generated.ts`: the drawings of the icons named here, taken from @tabler/icons, and nothing else.
 * Run it after adding a name: `node ui/scripts/make-icons.ts`.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const outline = `
  access-point activity adjustments adjustments-horizontal alarm alert-circle alert-triangle align-left archive arrow-back-up arrow-down
  arrow-down-right arrow-left arrow-narrow-down arrow-right arrow-up arrows-exchange arrows-sort at award baby-carriage ban barcode bell
  bell-off bell-ringing book book-2 bookmark books briefcase browser building building-arch building-bank building-bridge building-community
  building-hospital building-store bulb calculator calendar calendar-check calendar-clock calendar-due calendar-event calendar-minus calendar-off
  calendar-plus calendar-stats calendar-time calendar-week camera cash cash-banknote category certificate certificate-2 chart-bar chart-dots
  chart-line chart-pie check checkbox checklist checks chevron-down chevron-left chevron-right chevron-up chevrons-left chevrons-right
  circle circle-check circle-dashed circle-minus circle-plus circle-x clipboard clipboard-check clipboard-list clipboard-text clock clock-edit
  clock-exclamation clock-hour-4 clock-off clock-pause clock-play clock-plus cloud-download cloud-upload code columns copy copy-check
  corner-down-left corner-down-right credit-card dashboard database database-export database-import device-desktop device-desktop-up
  device-floppy device-mobile device-tablet door dots dots-vertical download edit eraser exchange external-link eye eye-check eye-off
  file file-alert file-analytics file-certificate file-check file-description file-diff file-download file-export file-import
  file-invoice file-off file-pencil file-plus file-search file-settings file-spreadsheet file-text file-time file-type-pdf file-upload file-x
  files files-off filter filter-off fingerprint flag flag-2 folder folder-open folder-plus folders forms gavel gift git-branch git-merge globe
  grip-vertical hand-stop hash headset heart-handshake hearts help help-circle hierarchy hierarchy-2 history home home-check
  hourglass id id-badge id-badge-2 inbox info-circle key keyboard language layout-dashboard layout-grid layout-kanban layout-list
  lifebuoy link list list-check list-details list-numbers loader-2 lock lock-open login logout mail mail-check mail-down mail-fast mail-forward
  mail-heart mail-off mail-opened mail-up map map-pin maximize medal menu-2 message message-2 message-circle message-report messages microphone
  minimize minus moon mood-happy mood-neutral mood-sad news note notebook notes number package package-export package-import
  paperclip password pencil pencil-check pencil-exclamation pencil-plus phone phone-call photo pin pinned player-pause player-play player-skip-forward
  player-stop plug plug-off plus pointer printer progress progress-check qrcode question-mark receipt receipt-2 receipt-off refresh
  repeat report report-analytics report-money restore rosette-discount-check rotate route rubber-stamp ruler-2 scale scan school search
  search-off section select send server server-2 server-off settings settings-automation share share-2 shield shield-check
  shield-exclamation shield-lock signature sitemap sort-ascending sort-descending speakerphone square-check stack-2 star stethoscope
  sum switch-horizontal table table-export table-import tag tags target text-decrease text-increase text-size ticket timeline tool
  transfer trash trending-down trending-up typography upload usb user user-bolt user-cancel user-check user-circle user-cog user-edit
  user-exclamation user-minus user-off user-plus user-question user-search user-share user-shield user-up user-x users users-group
  users-plus video volume volume-off wallet wifi wifi-off window world world-www writing x zoom-in zoom-out zoom-check
`
const filled = `alert-circle alert-triangle bell bookmark circle circle-check circle-x clock flag info-circle lock player-pause player-play pin star`

const require = createRequire(import.meta.url)

async function drawing(variant: 'outline' | 'filled', name: string): Promise<string> {
  const svg = await readFile(require.resolve(`@tabler/icons/${variant}/${name}.svg`), 'utf8')
  const shapes = svg.match(/<(?:path|circle|rect|line|polyline|ellipse)\b[^>]*>/g) ?? []
  return shapes
    .filter(shape => !shape.includes('stroke="none"'))
    .map(shape => shape.replace(/\s*\/>$/, '/>'))
    .join('')
}

function names(list: string): string[] {
  return [...new Set(list.trim().split(/\s+/))].toSorted()
}

const lines: string[] = []
for (const name of names(outline)) lines.push(`  '${name}': '${await drawing('outline', name)}',`)
for (const name of names(filled)) lines.push(`  '${name}-filled': '${await drawing('filled', name)}',`)
await writeFile(
  new URL('../icons.generated.ts', import.meta.url),
  `// Written by ui/scripts/make-icons.ts from @tabler/icons (MIT). Names ending in -filled are filled with the text colour.\n/* oxfmt-ignore */\nexport const icons = {\n${lines.join('\n')}\n} as const\n`,
)
