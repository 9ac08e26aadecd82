import {
  ActCard,
  BigSearch,
  Button,
  Hero,
  HeroCard,
  HundredBand,
  LinkButton,
  NeedBox,
  NowBanner,
  Or,
  PhoneHead,
  PhonePage,
  PhoneSection,
  PromiseCard,
  PublicColumns,
  PublicSection,
  Question,
  QuickLinks,
  RowLinks,
  Summary,
  Tag,
  Tally,
  TapLink,
  TitleList,
  TopicGrid,
  YesList,
} from '../index.ts'
import { Sample } from './sample.tsx'

/** What everybody sees, on a desk and on a phone. */
export function PublicSamples() {
  return (
    <Sample title="Trang cho mọi người">
      <Hero
        title="Ông, bà cần làm gì?"
        lead="Gõ như nói."
        aside={
          <HeroCard title="Đã đến đâu?" note="Mã ở góc trên.">
            <Button>Tra cứu</Button>
          </HeroCard>
        }
      >
        <BigSearch action="/find" label="Tìm việc" placeholder="Ví dụ: làm giấy" />
        <QuickLinks links={[{ href: '#a', label: 'Giấy A' }]} />
      </Hero>
      <PublicSection title="Việc nhiều người làm" more={{ href: '#all', label: 'Tất cả' }}>
        <TopicGrid topics={[{ href: '#h', icon: 'home', title: 'Nhà', note: 'Giấy phép' }]} />
      </PublicSection>
      <HundredBand good={97}>
        <h3>Cứ 100 thì 97 đúng hẹn.</h3>
      </HundredBand>
      <PublicColumns>
        <TitleList items={[{ href: '#n', title: 'Trụ sở nghỉ 24/11', note: '18/11/2026' }]} />
        <Summary items={[{ label: 'Bao lâu', value: 'Trong ngày' }]} note="Mở trang khác.">
          <LinkButton href="#go" variant="primary">
            Nộp
          </LinkButton>
        </Summary>
      </PublicColumns>
      <Question title="1. Tôi có làm được không?">
        <YesList
          items={[
            { yes: true, children: 'Cha hoặc mẹ.' },
            { yes: false, children: 'Người khác.' },
          ]}
        />
        <NeedBox icon="file-import" title="Nộp lại" items={['Giấy A']} />
        <NeedBox icon="database" title="Không phải mang" items={['Giấy B']} quiet />
      </Question>
      <Or>hoặc</Or>
      <PhonePage>
        <PhoneHead title="Việc cần tôi" note="Thứ Năm" backHref="#b" backLabel="Quay lại">
          <TapLink href="#n" icon="bell" label="Thông báo, 3 mới" count={3} />
        </PhoneHead>
        <NowBanner title="Đang kiểm tra.">Chưa phải làm gì.</NowBanner>
        <Tally
          items={[
            { href: '#s', count: 5, label: 'Cần ký', icon: 'signature' },
            { href: '#l', count: 3, label: 'Đang trễ', icon: 'alert-triangle-filled', late: true },
          ]}
        />
        <PhoneSection title="Làm trước 11:30" more={{ href: '#m', label: 'Xem cả' }}>
          <ActCard
            tag={<Tag state="late">Quá 3 giờ</Tag>}
            kind="Ký"
            title="Giấy xác nhận"
            actions={
              <>
                <Button>Xem</Button>
                <Button variant="primary">Ký số</Button>
              </>
            }
          >
            <p>Trình 15:02 hôm qua.</p>
          </ActCard>
          <PromiseCard label="Hẹn trả" time="14:05 Thứ Sáu, 27/11">
            Không tính 21, 22/11.
          </PromiseCard>
          <RowLinks
            rows={[
              { href: '#r', lead: '2', late: true, title: 'Phòng Một', note: 'Lâu nhất: 1 ngày' },
              { href: '#t', icon: 'phone', title: 'Gọi', plain: true },
            ]}
          />
        </PhoneSection>
      </PhonePage>
    </Sample>
  )
}
