import { iso } from '@congso/kernel/contract'
import { maskIdTight, Sheet, SheetHead, toIsoDate, usePage } from '@congso/ui'
import { pickups } from '../contract.ts'
import { askedPapers, type Chosen, intakeForm, type IntakeData, intakeTexts, useTyped } from './intake-view.ts'
import { balance, momentInWords } from './print/official-paper.ts'
import { formOn } from './print/forms.ts'
import { words } from './print/texts.vi.ts'
import { formalLimit } from './receipt.ts'

type Typed = ReturnType<typeof useTyped>

/** The slip as it will be printed, growing as the boxes are filled. Official paper: Vietnamese in every language of the screen. */
export function SlipPreview({ view, chosen }: { view: IntakeData; chosen: Chosen }) {
  const page = usePage()
  const t = intakeTexts(page.lang)
  const typed = useTyped(view)
  const { issuer } = view
  const today = toIsoDate(page.now)
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number)
  const [amount = '', unit = ''] = chosen.timeText.split(' ')
  return (
    <div data-echo-form={intakeForm}>
      <div class="cs-row cs-slip-h">
        <b class="str sp">{t.slip}</b>
        <span class="cap">{t.slipForm}</span>
      </div>
      <Sheet size="slip">
        <div lang="vi">
          <SheetHead
            parent={issuer.parent.toLocaleUpperCase('vi')}
            agency={<span class="cs-lines">{balance(issuer.name.toLocaleUpperCase('vi'), 24)}</span>}
            number={words.number('……')}
            nation={words.nation}
            motto={words.motto}
            placeAndDate={words.placeAndDate(issuer.place, day, month, year)}
          />
          <div class="ttl">
            <h2>{formOn('receipt-slip', today)?.title.toLocaleUpperCase('vi')}</h2>
            {words.code}: ……
          </div>
          <p>
            {words.receivesFrom(issuer.centre)}: <b data-echo="applicant.name">{typed('applicant.name')}</b>
          </p>
          <PersonLines typed={typed} of="applicant" />
          <div data-echo-if="forWhom=other" hidden={typed('forWhom') !== 'other'}>
            <p>
              {words.authorisedBy}: <b data-echo="owner.name">{typed('owner.name')}</b>
            </p>
            <PersonLines typed={typed} of="owner" />
            <Line label={words.authorisation} name="authorisation" typed={typed} />
          </div>
          <p>
            {words.content}:{' '}
            <span data-echo="summary" data-echo-empty={chosen.name}>
              {typed('summary') || chosen.name}
            </span>
          </p>
          <PaperLines chosen={chosen} typed={typed} />
          <p>{words.setsAndTime(Number(typed('copiesOfFile', '1')) || 1, formalLimit(Number(amount), unit))}</p>
          <p>
            {words.received}: <b>{momentInWords(iso(page.now))}</b>
          </p>
          {chosen.promise && (
            <p>
              {words.due}: <b>{momentInWords(chosen.promise.dueAt)}</b>
            </p>
          )}
          <p>
            {words.pickup}:{' '}
            {pickups.map(pickup => (
              <span data-echo-if={`pickup=${pickup}`} hidden={typed('pickup', 'counter') !== pickup} key={pickup}>
                {words.pickups[pickup]}.
              </span>
            ))}
          </p>
          <Signatures clerk={view.clerk} />
        </div>
      </Sheet>
    </div>
  )
}

function PersonLines({ typed, of }: { typed: Typed; of: 'applicant' | 'owner' }) {
  const id = `${of}.idNumber`
  const phone = `${of}.phone`
  return (
    <>
      <p data-echo-any={`${id} ${phone}`} hidden={typed(id) === '' && typed(phone) === ''}>
        {words.idNumber}:{' '}
        <span data-echo={id} data-echo-as="id">
          {maskIdTight(typed(id))}
        </span>{' '}
        &nbsp; {words.phone}: <span data-echo={phone}>{typed(phone)}</span>
      </p>
      <Line label={words.address} name={`${of}.address`} typed={typed} />
    </>
  )
}

function Line({ label, name, typed }: { label: string; name: string; typed: Typed }) {
  return (
    <p data-echo-any={name} hidden={typed(name) === ''}>
      {label}: <span data-echo={name}>{typed(name)}</span>
    </p>
  )
}

function PaperLines({ chosen, typed }: { chosen: Chosen; typed: Typed }) {
  const count = (index: number, part: 'originals' | 'copies', offered: number) =>
    Number(typed(`papers.${index}.${part}`, String(offered))) || 0
  return (
    <>
      <p class="is-tight">{words.papers}:</p>
      <ol>
        {askedPapers(chosen).map((paper, index) => {
          const originals = paper.kind === 'show' ? 0 : count(index, 'originals', paper.originals)
          const copies = paper.kind === 'show' ? 0 : count(index, 'copies', paper.copies)
          const left = typed(`papers.${index}.verdict`) === 'not-applicable'
          return (
            <li
              data-echo-any={`papers.${index}.originals papers.${index}.copies`}
              data-echo-unless={`papers.${index}.verdict=not-applicable`}
              hidden={left || originals + copies === 0}
              key={paper.no}
            >
              {paper.name}:
              <span data-echo-any={`papers.${index}.originals`} hidden={originals === 0}>
                {' '}
                <Count name={`papers.${index}.originals`} count={originals} words={words.originals} />
              </span>
              <span data-echo-any={`papers.${index}.copies`} hidden={copies === 0}>
                {' '}
                <Count name={`papers.${index}.copies`} count={copies} words={words.copies} />
              </span>
            </li>
          )
        })}
      </ol>
    </>
  )
}

/** `01 bản chính`, the number following its box. */
function Count({ name, count, words: say }: { name: string; count: number; words: (count: number) => string }) {
  const [, number = '', rest = ''] = /^(\d+)(.*)$/su.exec(say(count)) ?? []
  return (
    <>
      <span data-echo={name} data-echo-as="two">
        {number}
      </span>
      {rest}
    </>
  )
}

function Signatures({ clerk }: { clerk: string }) {
  return (
    <div class="sg">
      <div>
        <b>{words.submitter}</b>
        <br />
        <i>{words.signByHand}</i>
      </div>
      <div>
        <b>{words.receiver}</b>
        <br />
        <i>{words.signByHand}</i>
        <span class="nm">{clerk}</span>
      </div>
    </div>
  )
}
