import type { copies as english } from '../en/copies.ts'
import type { Arabic } from '../translated.ts'

/** محاضر تُستورد من نسخها. */
export const copies: Arabic<typeof english> = {
  title: 'استيراد محضر (JSON)',
  help: 'ملف record.json صُدِّر هنا أو في مكان آخر. يأتي بالأجزاء نفسها وبالبصمة نفسها، وما اعتُمد يصل معتمدا. سترى ما سيأتي قبل إنشاء أي شيء.',
  choose: 'اختيار الملف',
  chooseOther: 'اختيار ملف آخر',
  reading: 'يجري فحص الملف…',
  origin: 'من {{group}}، نُسخ في {{date}}',
  'phase.planned': 'يصل اجتماعا مقررا.',
  'phase.draft': 'يصل مشروعا.',
  'phase.adopted': 'يصل معتمدا: لا يستطيع أحد تغيير كلماته.',
  proved: 'النسخة {{number}}. تثبت كلماتها كلها البصمة {{fingerprint}}. قارنها بالبصمة في مصدرها.',
  unproved: 'لا تظهر بعض الأجزاء في هذه النسخة. ما يظهر منها يصل مشروعا، ولا يمكنه إثبات البصمة {{fingerprint}}.',
  noVersion: 'النسخة لمشروع: لا بصمة لإثباتها.',
  items: 'البنود',
  outcomes: 'النتائج',
  actions: 'الإجراءات',
  targets: 'الأهداف',
  attending: 'في قائمة الحضور',
  matched: 'وفود من هذا الفريق: {{names}}.',
  asWords: 'ليست في هذا الفريق بالاسم واللوحة نفسيهما، وتبقى كلمات: {{names}}.',
  alreadyHere: 'لدى هذا الفريق هذا المحضر من قبل ({{titles}}). سيكون هنا مرتين.',
  bring: 'استيراد المحضر',
  'problem.copyChanged': 'كلمات هذا الملف لا تثبت بصمته: لقد غُيِّر بعد إعداده.',
  'problem.copyPartial':
    'يذكر هذا الملف نسخة من دون كل ما تتكون منه بصمتها. خذ البيانات الكاملة للمحضر، لا لجدول أعمال أو مذكرة.',
  'problem.copyUnfit': 'ليس هذا محضرا كما يصدّره هذا البرنامج.',
  importedOn: 'استُورد في {{date}} من {{group}}',
  importedBy: 'استُورد في {{date}} من {{group}} على يد {{name}}',
  importedUnproved: 'لم تُظهر النسخة كل شيء: لا تثبت البصمة {{fingerprint}}.',
}
