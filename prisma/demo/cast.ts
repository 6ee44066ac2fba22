import type { RoleKey } from '@danku/domain/access/roles.ts';

/** One person of the demo; the account is `<key>@<domain>`. */
export interface CastMember {
  key: string;
  name: string;
  role: RoleKey;
}

export interface DemoEntity {
  name: string;
  region: string;
  address: string;
  bankName: string;
}

/** An organisation of the demo, and how much of the history is its. */
export interface DemoOrganisation {
  slug: string;
  name: string;
  domain: string;
  fonds: string;
  /** Two letters before its numbers. */
  mark: string;
  entities: readonly DemoEntity[];
  cast: readonly CastMember[];
  customerCount: number;
  productRange: readonly [first: number, count: number];
  chains: number;
  freshChains: number;
  statementCustomers: number;
}

/** Signs in everywhere; the demo is the only place where it exists. */
export const demoPassword = 'danku-demo-2026';

/** Belongs to both organisations: leads the first, audits the second. */
export const sharedPerson = { email: 'group@huaxin.example', name: '沈岚', roles: ['manager', 'auditor'] } as const;

const roles: readonly (readonly [key: string, role: RoleKey])[] = [
  ['system', 'system-admin'],
  ['security', 'security-admin'],
  ['audit', 'audit-admin'],
  ['clerk', 'clerk'],
  ['clerk2', 'clerk'],
  ['clerk3', 'clerk'],
  ['reviewer', 'reviewer'],
  ['reviewer2', 'reviewer'],
  ['reviewer3', 'reviewer'],
  ['archivist', 'archivist'],
  ['manager', 'manager'],
  ['hr', 'hr'],
  ['sales', 'sales'],
  ['sales2', 'sales'],
  ['auditor', 'auditor'],
  ['service', 'service-agent'],
];

function castOf(names: string): CastMember[] {
  const given = names.split(' ');
  return roles.map(([key, role], index) => ({ key, role, name: given[index] ?? key }));
}

export const demoOrganisations: readonly DemoOrganisation[] = [
  {
    slug: 'huaxin',
    name: '华信商贸',
    domain: 'huaxin.example',
    fonds: 'Z001',
    mark: 'HX',
    entities: [
      {
        name: '广州华信商贸有限公司',
        region: '440106',
        address: '广州市天河区体育东路 118 号',
        bankName: '中国工商银行广州体育东路支行',
      },
      {
        name: '深圳华信电子科技有限公司',
        region: '440305',
        address: '深圳市南山区科技园南路 36 号',
        bankName: '招商银行深圳科技园支行',
      },
    ],
    cast: castOf('马超 徐安 罗静 李娜 王强 刘佳 陈静 赵敏 高翔 周杰 刘洋 孙悦 吴磊 郑凯 何审 林晓'),
    customerCount: 44,
    productRange: [0, 28],
    chains: 249,
    freshChains: 18,
    statementCustomers: 4,
  },
  {
    slug: 'yuanhang',
    name: '远航贸易',
    domain: 'yuanhang.example',
    fonds: 'Y001',
    mark: 'YH',
    entities: [
      { name: '宁波远航贸易有限公司', region: '330203', address: '宁波市海曙区中山西路 52 号', bankName: '中国银行宁波海曙支行' },
      {
        name: '上海远航国际货运有限公司',
        region: '310115',
        address: '上海市浦东新区张杨路 500 号',
        bankName: '交通银行上海浦东支行',
      },
    ],
    cast: castOf('许博 邓安 丁宁 张丽 黄勇 朱琳 蒋欣 韩雪 唐毅 曹阳 冯涛 袁梅 董浩 潘伟 余正 叶青'),
    customerCount: 16,
    productRange: [28, 12],
    chains: 83,
    freshChains: 9,
    statementCustomers: 2,
  },
];
