export const FUTURE = "(明天|明日|未来|以后|往后|将来|下个月|下月|月底|下下个月|明年|后天|下半年|下半辈子|后半生|下辈子|老了以后|十年后|几年后|三年后|半年后|年底|年终|还没到手|还没发|听日|来年|眀天|下一个发薪日|下个发薪日)";
const STORIES = "(本书|这本书|书中|书里|讲述|作者|主角|主人公|讲座|小说|故事|纪录片|剧情|真实经历|财商|这本|记账|课里|第一讲|第二讲|第三讲|一章|科普|辩论|话题)";
const TOLD = "(明天的钱|明天的錢|借钱|刷爆|透支|超前消费|提前消费|逾期|欠|负债|月光|想买就买|没钱|余额|以贷养贷|拆东墙|买不起|掏空|借)";
const SIGNS_OF_WARNING = "(以免|免得|防止|避免|容易|导致|不至于|省得|戒掉|戒断|告别|改掉|克制|后悔|教训|拒绝|不要让|别让|警惕|什么叫|什么是|为什么|危害|风险|陷阱)";
export const OVERSPENDING_SUGGESTION = { zh: "删去；可写“请根据自身还款能力理性消费”。", en: "Drop it; “please buy within your means” may be said." };
export const OVERSPENDING_BASES = ["zero-interest-tip-2020", "online-marketing-13"];
export const TOLD_AS_A_WARNING = [`${STORIES}~40${TOLD}`, `${TOLD}~12(的危害|的风险|的陷阱|的坑|的教训|的后果|要不得|有风险|不可取|代价|的毛病|的经历|的习惯|这种话|这类话|这种说法|听听就)`, `${SIGNS_OF_WARNING}~6${TOLD}`];
/** Each of the first, then each of the second at most so many characters after it. */
export const pairs = (first: readonly string[], gap: number, second: readonly string[]): string[] => first.flatMap((one) => second.map((other) => `${one}~${gap}${other}`));

export const LENDERS = "(朋友|哥们|兄弟|闺蜜|爸妈|爹妈|父母|家里|亲戚|同事|同学|室友|老公|老婆|对象|网贷|借呗|花呗|白条|平台|银行|小贷|信用卡|别人|熟人|老乡|丈母娘|老板|邻居|姐妹|发小|阿妈|阿爸|老妈|老爸|爷爷|奶奶|老丈人|公婆|男朋友|女朋友|舅舅|姑姑|叔叔|表哥|表姐|男友|女友)";
/** Ways to ask others for money. */
export const BORROWED = "(借钱|借点|借个|借几|借一|借两|借三|借五|借来|先借|去借|凑点|凑一凑|凑凑|凑几|凑个数|凑齐|挪一挪|挪点|挪几|匀点|匀几|垫一下|垫一垫|垫点|先垫|垫上|周转|张嘴|张张嘴|张口|张个口|张个嘴|开口借|开个口|张罗点|伸手|伸个手|支援|赞助|预支|化缘|撒个娇|撒撒娇|哭穷|拿点钱|要点钱|要钱|讨点|支点|救济|拆借|贷点|贷一|贷个)";
/** Money that is meant for something that people need. */
export const FUNDS_FOR_NEEDS =
  "(房租|学费|生活费|养老钱|养老金|救命钱|彩礼|首付款|首付钱|攒的首付|存的首付|买房首付|房子首付|买房的钱|买房钱|房贷|车贷|水电费|奶粉钱|买菜钱|饭钱|伙食费|医药费|看病钱|压箱底|应急钱|备用金|退休金|棺材本|过年钱|份子钱|公积金|嫁妆|定期存款|教育金|货款|公款|结婚的钱|装修的钱|看病的钱|养老的钱|报班的钱|上学的钱|读书的钱|治病的钱|吃饭的钱|买菜的钱|过年的钱|交租的钱|还房贷的钱|还车贷的钱|孩子的钱|家用的钱|应急的钱|救急的钱|养家的钱|保命的钱|急用的钱|进货的钱|老人的钱|孩子的学费|娃的学费|家用|老婆本|媳妇本|养老本|保命钱|学杂费|补课费|孩子上学的)";
