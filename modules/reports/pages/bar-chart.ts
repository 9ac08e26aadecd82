import { BarChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { formatNumber } from '@congso/ui'

use([BarChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer])

/** Two series of bars over the same labels; the first is hatched, so that it can be told apart without colour. */
export type BarChartData = { labels: readonly string[]; series: readonly { name: string; values: readonly number[] }[] }

const accent = '#20477f'
const soft = '#bfcfe3'
// Without quotes inside: the name stands in an attribute.
const font = 'Be Vietnam Pro, Segoe UI, Roboto, Arial, sans-serif'

/** Draws the bars on the server as SVG text that a strict content security policy accepts: no style attribute, no script. */
export function barChart(data: BarChartData): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 620, height: 210 })
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: font, fontSize: 12, color: '#465063' },
    grid: { left: 44, right: 8, top: 36, bottom: 6 },
    legend: { left: 0, top: 0, itemWidth: 12, itemHeight: 12, selectedMode: false, textStyle: { color: '#17202e' } },
    xAxis: {
      type: 'category',
      data: [...data.labels],
      axisTick: { show: false },
      // The table right below names the bars.
      axisLabel: { show: false },
      axisLine: { lineStyle: { color: '#cbc7bb' } },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitLine: { lineStyle: { color: '#e3e0d8' } },
      axisLabel: { formatter: (value: number) => formatNumber(value) },
    },
    series: data.series.map((series, index) => ({
      type: 'bar',
      name: series.name,
      data: [...series.values],
      barMaxWidth: 28,
      label: {
        show: data.labels.length <= 12,
        position: 'top',
        fontSize: 11,
        color: '#17202e',
        formatter: ({ value }: { value: unknown }) => formatNumber(Number(value)),
      },
      itemStyle:
        index === 0
          ? {
              color: soft,
              borderColor: accent,
              borderWidth: 1,
              decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: accent },
            }
          : { color: accent },
    })),
  })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return withoutStyles(svg).replace(/^<svg width="\d+" height="\d+"/, '<svg')
}

/** `style="fill:#fff;stroke:none"` as presentation attributes; style elements go. */
function withoutStyles(svg: string): string {
  return svg.replaceAll(/<style[\s\S]*?<\/style>/g, '').replaceAll(/ style="([^"]*)"/g, (_, css: string) =>
    css
      .split(';')
      .flatMap(rule => {
        const at = rule.indexOf(':')
        const name = rule.slice(0, at).trim()
        return at > 0 && /^(fill|stroke|font|text-anchor|dominant|opacity)/.test(name)
          ? [
              ` ${name}="${rule
                .slice(at + 1)
                .trim()
                .replaceAll('"', "'")}"`,
            ]
          : []
      })
      .join(''),
  )
}
