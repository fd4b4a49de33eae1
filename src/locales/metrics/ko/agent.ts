/** Korean: the agent family. */
import type { MetricWords } from '../../messages.js';

export const AGENT: Record<string, MetricWords> = {
  'total-volume': {
    label: '총 대화 수',
    description: '방문자와 AI 에이전트가 나눈 대화 수입니다.',
    rule: '방문자 메시지가 1개 이상인 대화를 시작 시각 기준으로 집계합니다.',
  },
  'ai-resolved': {
    label: 'AI 해결 건수',
    description: 'AI 에이전트가 사람의 개입 없이 해결한 대화 수입니다.',
    rule: '상담원 연결이 없었고, 마지막 메시지를 AI 에이전트가 보냈으며, 방문자가 종료했거나 48시간 동안 활동이 없는 대화입니다.',
  },
  'ai-resolved-rate': {
    label: 'AI 해결률',
    description: 'AI 에이전트가 사람의 개입 없이 해결한 대화의 비율입니다.',
    rule: 'AI 해결 건수 ÷ 총 대화 수.',
  },
  'ai-unresolved-rate': {
    label: 'AI 미해결률',
    description: 'AI 에이전트가 해결하지 못하고 넘긴 대화의 비율입니다.',
    rule: '상담팀에 전달되었거나 종료된 대화 ÷ 총 대화 수.',
  },
  'ai-revenue': {
    label: 'AI 기여 매출',
    description: '대화에서 클릭한 바로 그 상품의 매출입니다.',
    rule: '대화에서 상품을 클릭한 뒤 기여 기간 안에 주문한 해당 상품의 주문 금액이며, 가장 최근 클릭에 귀속됩니다.',
  },
  'add-to-cart': {
    label: '장바구니 담기',
    description: '대화에서 장바구니에 담은 상품 수입니다.',
    rule: '담은 수량의 합계이며, 담은 시각 기준으로 집계합니다.',
  },
  'link-clicks': {
    label: '링크 클릭',
    description: '대화 속 상품 링크와 기타 링크의 클릭 수입니다.',
    rule: '모든 클릭을 클릭 시각 기준으로 집계합니다.',
  },
  'ai-order-value': {
    label: '평균 주문 금액',
    description: '기여 상품이 포함된 주문 1건당 AI 기여 매출입니다.',
    rule: 'AI 기여 매출 ÷ 기여 상품이 포함된 주문 수.',
  },
  'skill-uses': {
    label: '스킬 사용',
    description: 'AI 에이전트가 스킬을 사용한 횟수이며, 메시지 단위로 집계합니다.',
    rule: '스킬로 작성된 AI 에이전트 메시지 수이며, 한 대화에 여러 개가 있을 수 있습니다.',
  },
};
