import { describe, expect, it } from 'vitest'
import { treeOrder, withWay } from './agency-tree.ts'

const one = (id: string, parent: string | null, kind: string, name: string, found = false) => ({
  id,
  parent,
  kind,
  name,
  found,
})
const list = [
  one('c2', 'p', 'commune', 'Đông Hạ'),
  one('d', 'p', 'department', 'Sở Xây dựng'),
  one('c1', 'p', 'commune', 'An Bình', true),
  one('p', null, 'province', 'Sơn Giang'),
  one('s', 'd', 'centre', 'Trung tâm Quy hoạch'),
]

describe('the tree of agencies', () => {
  it('has each parent before its children, sisters by kind and then name', () => {
    expect(treeOrder(list).map(({ id, depth }) => `${depth}${id}`)).toEqual(['0p', '1d', '2s', '1c1', '1c2'])
  })

  it('begins where the reader may begin to see', () => {
    const seen = list.filter(({ id }) => id === 'c1' || id === 's')
    expect(treeOrder(seen).map(({ id, depth }) => `${depth}${id}`)).toEqual(['0s', '0c1'])
  })

  it('keeps what was found and the way to it', () => {
    expect(withWay(list).map(({ id }) => id)).toEqual(['c1', 'p'])
    expect(withWay(list.map(row => ({ ...row, found: false })))).toEqual([])
  })
})
