/** Small seeded randomness (mulberry32), so that an archive is the same wherever it is made. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type ArchiveLanguage = 'en' | 'fr' | 'es' | 'ru' | 'ar' | 'zh'

/** What people in such meetings say, most frequent first; behind them comes a long tail of made-up words. */
const known: Readonly<Record<ArchiveLanguage, string>> = {
  en: 'the of to and in a on for that with States Parties by be as Convention Group report its implementation assistance mine clearance victim mines meeting should support agreed universalization ratification regional cooperation survivors funding coordinator stockpile destruction deadline information Thailand Canada encouraged requested transparency measures workshop accession national authorities demining action plan progress follow-up extension resources civil society ICBL campaign letter parliament Geneva Bangkok Vientiane Luanda September December annual draft paper landmine rehabilitation inclusion gender data collection review conference',
  fr: "de la le et les des à en du que pour dans une un sur par l'assistance aux États parties Convention Groupe réunion déminage victimes mise œuvre coopération régionale rapport mesures délai dépôt ratification universalisation engagé soutien Genève Évian société civile renforcé prévu demandé approuvé élaboré première année créé intérêt général réhabilitation stocks destruction échéance où déjà très pays financement",
  es: 'de la que el en y a los se del las por un para con una su al lo como Estados partes Convención Grupo reunión desminado víctimas aplicación cooperación informe medidas plazo ratificación universalización apoyo acción año país según también después próxima información financiación rehabilitación destrucción existencias minas señaló subrayó región español',
  ru: 'и в на о с по для что к от из за при Конвенции государства участники группы совещание мин разминирование жертвам помощь осуществление доклад меры сотрудничество региональное поддержка срок ратификация универсализация запасы уничтожение информация Женева сентября декабря решение действий план ресурсы общество гражданское призвал подчеркнул ещё всё объём новый проект',
  ar: 'في من على إلى أن عن مع التي هذا الدول الأطراف الاتفاقية المجموعة الاجتماع إزالة الألغام الضحايا مساعدة التنفيذ التقرير التدابير التعاون الإقليمي الدعم المهلة التصديق العالمية المخزونات تدمير المعلومات جنيف سبتمبر ديسمبر القرار العمل الخطة الموارد المجتمع المدني حثّ أكّد مشروع جديد الناجون إعادة التأهيل',
  zh: '的 和 在 对 与 为 了 各 缔约国 公约 小组 会议 扫雷 地雷 受害者 援助 执行 报告 措施 区域 合作 支持 期限 批准 普遍加入 储存 销毁 信息 日内瓦 九月 十二月 决定 行动 计划 资源 民间 社会 呼吁 强调 草案 新 幸存者 康复 协调员 提出 通过 国家 地区 年度 审议 提高 透明度',
}

const syllables: Readonly<Record<ArchiveLanguage, string>> = {
  en: 'al an ar ba be co con de di en er es for ge in la le li ma men mi na ne or pa per po pre ra re ri ro sa se si sta ta te ter ti tion to tra un ver',
  fr: 'é è al an ça ce con dé des en er es eu ê gé î in la lé ment mi né oi ou pa pré qu ra ré ri ro sé si té tion tre û ver',
  es: 'a ción al an ar ca ces co de do é en es ga í ja la li lo ma mi ñe no ó pa por ra re ri ro sa se sión ta te ti to tra ú ver',
  ru: 'а ба ва го де ди ен ет за и ие ка ко ла ле ли ма ми на не ни но о по пре ра ре ри ро са се ск ста та те ти то у ё щи ци я',
  ar: 'ا با تا ثا جا حا خا دا ذا را زا سا شا صا ضا طا عا غا فا قا كا لا ما نا ها وا يا بي تي ري سي لي مي ني دو رو مو نو ات ين ون ه ة',
  zh: '安 保 北 本 边 部 长 成 城 处 大 代 道 地 第 点 电 定 东 动 度 发 法 方 分 府 高 工 公 关 国 海 合 化 会 机 基 际 家 加 建 江 进 经 军 开 科 理 力 联 门 民 南 内 能 平 期 前 全 人 日 三 设 社 生 市 事 水 司 体 天 条 同 外 文 西 系 下 现 线 小 新 行 学 要 业 议 用 员 院 运 在 展 战 者 政 制 治 中 主 资 自 组 作',
}

/** Hands out words of one language as often as words of a language come: the n-th about n times more rarely than the first. */
export function vocabulary(language: ArchiveLanguage, random: () => number, size = 24_000): () => string {
  const words = known[language].split(' ')
  const parts = syllables[language].split(' ')
  const seen = new Set(words)
  while (words.length < size) {
    const length = 1 + Math.floor(random() * (language === 'zh' ? 2 : 4))
    const word = Array.from({ length: length + 1 }, () => parts[Math.floor(random() * parts.length)] ?? '').join('')
    if (seen.has(word) && random() < 0.9) continue
    seen.add(word)
    words.push(word)
  }
  const top = Math.log(size)
  return () => words[Math.min(size, Math.floor(Math.exp(random() * top))) - 1] ?? ''
}

/** A paragraph of so many words, with full stops, and without spaces where the script has none. */
export function paragraph(language: ArchiveLanguage, next: () => string, words: number): string {
  const isChinese = language === 'zh'
  const sentences: string[] = []
  for (let left = words; left > 0; left -= 14) {
    const sentence = Array.from({ length: Math.min(left, 14) }, next).join(isChinese ? '' : ' ')
    sentences.push(isChinese ? `${sentence}。` : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`)
  }
  return sentences.join(isChinese ? '' : ' ')
}
