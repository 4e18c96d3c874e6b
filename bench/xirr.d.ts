declare module "xirr" {
  export default function xirr(flows: readonly { amount: number; when: Date }[]): number;
}
