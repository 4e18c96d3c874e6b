export const FUTURE = "(明天|明日|未来|以后|往后|将来|下个月|下月|月底|下下个月|明年|后天|下半年|下半辈子|后半生|下辈子|老了以后|十年后|几年后|三年后|半年后|年底|年终|还没到手|还没发|下一个发薪日|下个发薪日)";
const STORIES = "(本书|这本书|书中|书里|讲述|作者|主角|主人公|讲座|小说|故事|纪录片|剧情|真实经历|财商|这本|记账|课里|第一讲|第二讲|第三讲|一章|科普|辩论|话题)";
const TOLD = "(刷爆|透支|超前消费|提前消费|逾期|欠|负债|月光|想买就买|没钱|余额|以贷养贷|拆东墙|买不起|掏空|借)";
const SIGNS_OF_WARNING = "(以免|免得|防止|避免|容易|导致|不至于|省得|戒掉|戒断|告别|改掉|克制|后悔|教训|拒绝|不要让|别让|警惕|什么叫|什么是|为什么|危害|风险|陷阱)";
export const OVERSPENDING_SUGGESTION = { zh: "删去；可写“请根据自身还款能力理性消费”。", en: "Drop it; “please buy within your means” may be said." };
export const OVERSPENDING_BASES = ["zero-interest-tip-2020", "online-marketing-13"];
export const TOLD_AS_A_WARNING = [`${STORIES}~40${TOLD}`, `${TOLD}~10(的危害|的风险|的陷阱|的坑|的教训|的后果|要不得|有风险|不可取|代价|的毛病|的经历|的习惯)`, `${SIGNS_OF_WARNING}~6${TOLD}`];
/** Each of the first, then each of the second at most so many characters after it. */
export const pairs = (first: readonly string[], gap: number, second: readonly string[]): string[] => first.flatMap((one) => second.map((other) => `${one}~${gap}${other}`));
