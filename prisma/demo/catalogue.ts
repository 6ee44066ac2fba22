/** What the organisations of the demo sell: category on invoices, name, specification, unit, price, rate. */
export interface DemoProduct {
  category: string;
  name: string;
  specification: string;
  unit: string;
  unitPrice: string;
  taxRate: string;
  /** Usual quantities on one line. */
  quantities: readonly [number, number];
}

const rows = `
电子元件|贴片电容|0805 10uF/25V|盘|135.50|0.13|5|60
电子元件|贴片电阻|0603 10K 1%|盘|42.80|0.13|10|90
电子元件|功率电感|CDRH127 47uH|盘|318.00|0.13|4|40
电子元件|晶体振荡器|3225 25MHz|盘|566.40|0.13|2|20
电子元件|TVS 二极管|SMBJ24A|盘|268.00|0.13|2|25
集成电路|微控制器|STM32F103C8T6|片|11.60|0.13|100|900
集成电路|运算放大器|LM358DR SOP-8|片|0.86|0.13|500|5000
集成电路|电源芯片|MP1584EN-LF-Z|片|3.42|0.13|200|2000
集成电路|存储芯片|W25Q128JVSIQ|片|6.75|0.13|100|1500
集成电路|蓝牙模块|nRF52832 模组|个|18.90|0.13|50|600
连接器|排针连接器|2.54mm 2×20P|包|26.50|0.13|10|80
连接器|USB-C 插座|16P 沉板|个|1.28|0.13|300|3000
连接器|同轴连接器|SMA-KE 直式|个|7.60|0.13|50|500
电线电缆|柔性扁平电缆|FFC 40P 0.5mm|条|2.15|0.13|200|2000
电线电缆|屏蔽线缆|RVVP 4×0.5|米|5.40|0.13|100|1000
显示器件|液晶显示屏|7 寸 1024×600|块|168.00|0.13|10|120
显示器件|OLED 模组|0.96 寸 SSD1306|块|15.20|0.13|50|500
电源设备|开关电源|24V 10A 250W|台|186.00|0.13|5|80
电源设备|不间断电源|3kVA 在线式|台|2480.00|0.13|1|12
计算机|工业平板电脑|15.6 寸 i5/8G/256G|台|4280.00|0.13|1|20
计算机|嵌入式工控机|J6412 双网口|台|1960.00|0.13|2|25
计算机外设|条码扫描枪|二维 有线 USB|把|328.00|0.13|2|40
计算机外设|标签打印机|203dpi 热转印|台|1150.00|0.13|1|15
网络设备|工业交换机|8 口千兆 导轨式|台|890.00|0.13|2|30
仪器仪表|数字万用表|四位半 自动量程|台|465.00|0.13|2|25
仪器仪表|温湿度变送器|RS485 -40~80℃|只|128.00|0.13|5|100
信息技术服务|设备安装调试|上门 含培训|次|1800.00|0.06|1|4
信息技术服务|系统维护服务|年度 8×5|年|12000.00|0.06|1|2
饮料|精品咖啡豆|中度烘焙 1kg|袋|96.00|0.13|20|300
饮料|乌龙茶|特级 500g|罐|158.00|0.13|10|150
食用油|特级初榨橄榄油|5L 铁桶|桶|285.00|0.09|10|200
坚果|巴旦木仁|25kg 纸箱|箱|1120.00|0.09|2|40
水产品|冷冻白虾|30/40 20kg|箱|1460.00|0.09|2|50
乳制品|全脂奶粉|25kg 牛皮纸袋|袋|985.00|0.13|5|60
纺织品|纯棉坯布|40S 幅宽 1.6m|米|9.80|0.13|300|4000
纺织品|涤纶长丝|150D/48F DTY|吨|8650.00|0.13|1|10
塑料制品|聚丙烯颗粒|PPH-T03 25kg|吨|7480.00|0.13|1|15
木制品|胶合板|1220×2440×18mm|张|118.00|0.13|30|500
运输服务|国际海运代理|40HQ 整箱|柜|14800.00|0.06|1|4
仓储服务|保税仓储|月 每立方米|立方米|28.00|0.06|50|400`;

export const demoProducts: readonly DemoProduct[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [category = '', name = '', specification = '', unit = '', unitPrice = '', taxRate = '', least = '1', most = '1'] =
      row.split('|');
    return { category, name, specification, unit, unitPrice, taxRate, quantities: [Number(least), Number(most)] };
  });

const cities = [
  ['广州', '440106', '020', '天河区黄埔大道'],
  ['深圳', '440305', '0755', '南山区高新南路'],
  ['杭州', '330106', '0571', '西湖区文三路'],
  ['上海', '310115', '021', '浦东新区世纪大道'],
  ['北京', '110108', '010', '海淀区中关村大街'],
  ['苏州', '320505', '0512', '虎丘区狮山路'],
  ['南京', '320106', '025', '鼓楼区中山北路'],
  ['成都', '510107', '028', '武侯区天府大道'],
  ['武汉', '420111', '027', '洪山区珞喻路'],
  ['厦门', '350203', '0592', '思明区湖滨南路'],
  ['青岛', '370202', '0532', '市南区香港中路'],
  ['佛山', '440604', '0757', '禅城区季华路'],
  ['长沙', '430104', '0731', '岳麓区麓山南路'],
  ['合肥', '340104', '0551', '蜀山区望江西路'],
  ['重庆', '500112', '023', '渝北区金开大道'],
] as const;
const brands =
  '云栖 北辰 恒达 鼎新 瑞丰 博远 启明 盛源 宏图 新阳 海纳 众合 智汇 立信 佳禾 天工 汇川 卓越 金桥 明德 泰和 中恒 联创 华腾 正源 精诚 凯旋 万象 百川 星河 东方 聚力 环宇 安泰 润泽 信诺 锐捷 同舟 睿思 长风 世纪 景行 光华 怡和 嘉信 力拓 普达 元亨 国泰 丰茂 蓝海 朗润 宝成 兴隆 利群 恒昌 京华 南洋 致远 大同';
const trades =
  '智能科技 电子 机电设备 自动化 医疗器械 信息技术 仪器仪表 供应链 商贸 工业设备 新能源 通信技术 食品 国际贸易 建筑材料'.split(
    ' ',
  );
const contacts = '张伟 王芳 李军 刘敏 陈刚 杨丽 黄海 赵磊 周婷 徐勇 孙健 马丽 朱峰 胡静 郭涛 林娜 何俊 高敏 罗斌 梁艳'.split(' ');

export interface DemoCustomer {
  name: string;
  region: string;
  areaCode: string;
  city: string;
  street: string;
  contact: string;
}

/** The customer of this number, all different. */
export function demoCustomer(index: number): DemoCustomer {
  const names = brands.split(' ');
  const [city, region, areaCode, street] = cities[(index * 7) % cities.length] ?? cities[0];
  const brand = names[index % names.length] ?? '';
  const trade = trades[(index * 4 + Math.floor(index / 15)) % trades.length] ?? '';
  const contact = contacts[(index * 3) % contacts.length] ?? '';
  return { name: `${city}${brand}${trade}有限公司`, region, areaCode, city, street, contact };
}

/** Customers are kept in these groups, by size and region. */
export const demoCustomerGroups = ['重点客户', '华南区', '华东区', '其他地区'] as const;
