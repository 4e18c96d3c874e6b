export { default } from "../../../i18n/request";
