/** Korean: the help-desk family. */
import type { MetricWords } from '../../messages.js';

export const DESK: Record<string, MetricWords> = {
  'ticket-volume': {
    label: '티켓 수',
    description: '생성된 티켓 수입니다.',
    rule: '티켓을 생성 시각 기준으로 집계합니다.',
  },
  'first-response-time': {
    label: '첫 응답 시간',
    description: '상담원이 티켓에 처음 응답하기까지 걸린 시간입니다.',
    rule: '상담원의 첫 답변 − 생성 시각의 평균이며, 답변 시각 기준으로 집계합니다.',
  },
  'response-time': {
    label: '응답 시간',
    description: '고객이 각 답변을 기다린 시간입니다.',
    rule: '상담원 답변 − 아직 답변을 받지 못한 고객의 첫 메시지의 평균이며, 답변 시각 기준으로 집계하고 연속된 메시지는 한 번만 셉니다.',
  },
  'resolved-tickets': {
    label: '해결된 티켓',
    description: '해결된 뒤 그 상태를 유지한 티켓 수입니다.',
    rule: '티켓을 마지막 해결 시각 기준으로 집계하며, 다시 열린 티켓은 다시 해결될 때까지 제외합니다.',
  },
  'unresolved-tickets': {
    label: '미해결 티켓',
    description: '기간이 끝날 때 열려 있는 모든 티켓 수입니다.',
    rule: '기간이 끝날 때까지 생성되었고 그 시점에 해결되지 않은 티켓.',
  },
  'unresolved-of-created': {
    label: '기간 내 생성된 미해결 티켓',
    description: '기간 내에 생성되어 기간이 끝날 때까지 열려 있는 티켓 수입니다.',
    rule: '기간 내에 생성되었고 기간이 끝날 때 해결되지 않은 티켓.',
  },
  'resolution-time': {
    label: '해결 시간',
    description: '티켓이 생성되어 해결되기까지 걸린 시간입니다.',
    rule: '마지막 해결 − 생성 시각의 평균이며, 해결 시각 기준으로 집계합니다.',
  },
  'first-assign-time': {
    label: '첫 배정까지 시간',
    description: '티켓의 담당자가 정해지기까지 걸린 시간입니다.',
    rule: '첫 배정 − 생성 시각의 평균이며, 배정 시각 기준으로 집계합니다.',
  },
  'fcr-rate': {
    label: '첫 응답 해결률',
    description: '답변 한 번으로 해결된 티켓의 비율입니다.',
    rule: '상담원 답변이 정확히 1개이고 다시 열린 적 없는 해결된 티켓 ÷ 해결된 티켓.',
  },
  'sla-overdue-open': {
    label: '기한이 지난 미해결 티켓',
    description: '목표 시각이 지났는데 열려 있는 티켓 수입니다.',
    rule: '기간이 끝날 때 열려 있고 해결 목표 시각이 지난 티켓.',
  },
  'first-response-sla-rate': {
    label: '첫 응답 SLA 준수율',
    description: '목표 시간 안에 첫 응답을 받은 티켓의 비율입니다.',
    rule: '목표 시간 안에 응답한 티켓 ÷ 결과가 정해진 티켓이며, 응답 시각과 목표 시각 중 이른 쪽을 기준으로 집계합니다.',
  },
  'resolution-sla-rate': {
    label: '해결 SLA 준수율',
    description: '목표 시간 안에 해결된 티켓의 비율입니다.',
    rule: '목표 시간 안에 해결된 티켓 ÷ 결과가 정해진 티켓이며, 마지막 해결 시각과 목표 시각 중 이른 쪽을 기준으로 집계합니다.',
  },
  'replies-per-ticket': {
    label: '티켓당 상담원 답변 수',
    description: '해결까지 필요한 상담원 답변 수입니다.',
    rule: '마지막 해결까지 상담원이 보낸 답변 수의 평균.',
  },
  'reassigned-tickets': {
    label: '재배정된 티켓',
    description: '한 상담원에서 다른 상담원으로 넘어간 티켓 수입니다.',
    rule: '기간 내에 재배정된 고유 티켓 수.',
  },
  'handle-time': {
    label: '총 처리 시간',
    description: '생성부터 해결까지 걸린 시간을 모두 더한 값입니다.',
    rule: '마지막 해결 − 생성 시각의 합계이며, 해결 시각 기준으로 집계합니다.',
  },
  'reopened-tickets': {
    label: '다시 열린 티켓',
    description: '해결된 뒤 다시 열린 티켓 수입니다.',
    rule: '기간 내에 다시 열린 고유 티켓 수.',
  },
  'escalation-rate': {
    label: '에스컬레이션 비율',
    description: '목표 시간을 넘겨 에스컬레이션된 티켓의 비율입니다.',
    rule: 'SLA 위반으로 에스컬레이션된 티켓 ÷ 티켓 수이며, 생성 시각 기준으로 집계합니다.',
  },
  csat: {
    label: '고객 만족도',
    description: '만족한 고객의 비율입니다.',
    rule: '긍정 응답(5점 중 4점 또는 5점) ÷ 전체 응답.',
  },
  nps: {
    label: '순추천지수',
    description: '추천하는 고객이 추천하지 않는 고객보다 얼마나 많은지를 −100~100으로 나타냅니다.',
    rule: '9~10점 응답의 비율(%) − 0~6점 응답의 비율(%).',
  },
  'customer-replies-per-ticket': {
    label: '티켓당 고객 답변 수',
    description: '고객이 다시 써야 했던 메시지 수입니다.',
    rule: '마지막 해결 전에 고객이 보낸 답변 수의 평균이며, 첫 문의 메시지는 제외합니다.',
  },
  'survey-response-rate': {
    label: '설문 응답률',
    description: '응답을 받은 설문의 비율입니다.',
    rule: '응답한 설문 ÷ 발송한 설문이며, 발송 시각 기준으로 집계합니다.',
  },
  'churn-rate': {
    label: '고객 이탈률',
    description: '떠난 고객의 비율입니다.',
    rule: '기간 시작 시점의 고객 중 기간 내에 떠난 고객 ÷ 기간 시작 시점의 고객.',
  },
  'retention-rate': {
    label: '고객 유지율',
    description: '남아 있는 고객의 비율입니다.',
    rule: '기간 시작 시점의 고객 중 기간이 끝날 때 남아 있는 고객 ÷ 기간 시작 시점의 고객.',
  },
  customers: {
    label: '고객 수',
    description: '기간이 끝날 때의 고객 수입니다.',
    rule: '기간이 끝날 때까지 시작했고 그 시점에 떠나지 않은 고객.',
  },
  ces: {
    label: '고객 노력 지수',
    description: '고객이 얼마나 쉽게 처리했는지를 1~7점(7점: 매우 쉬움)으로 나타냅니다.',
    rule: '응답의 평균이며, 응답 시각 기준으로 집계합니다.',
  },
  'discounts-granted': {
    label: '할인 및 혜택',
    description: '제공한 할인과 혜택의 수입니다.',
    rule: '모든 할인을 제공 시각 기준으로 집계합니다.',
  },
  'discounts-value': {
    label: '할인 및 혜택 금액',
    description: '할인과 혜택을 모두 더한 금액입니다.',
    rule: '할인 금액의 합계이며, 제공 시각 기준으로 집계합니다.',
  },
  'article-views': {
    label: '도움말 조회수',
    description: '도움말 문서를 읽은 횟수입니다.',
    rule: '문서별 고유 세션 수이며, 방문 시각 기준으로 집계합니다.',
  },
  'bot-conversations': {
    label: '챗봇 대화 수',
    description: 'AI 에이전트와 나눈 대화 수입니다.',
    rule: '방문자 메시지가 1개 이상인 대화를 시작 시각 기준으로 집계합니다.',
  },
  'forum-posts': {
    label: '새 포럼 글',
    description: '고객 포럼에 올라온 글의 수입니다.',
    rule: '모든 글을 작성 시각 기준으로 집계합니다.',
  },
  'article-bounce-rate': {
    label: '문서 즉시 이탈률',
    description: '아무 행동 없이 문서를 떠난 독자의 비율입니다.',
    rule: '반응이 없는 문서 세션 ÷ 전체 문서 세션.',
  },
  'time-on-article': { label: '문서 체류 시간', description: '문서를 읽은 시간입니다.', rule: '방문 시간(초)의 평균.' },
  'thumbs-up': {
    label: '좋아요',
    description: '문서가 도움이 되었다고 답한 독자 수입니다.',
    rule: '긍정 평가를 평가 시각 기준으로 집계합니다.',
  },
  'thumbs-down': {
    label: '싫어요',
    description: '문서가 도움이 되지 않았다고 답한 독자 수입니다.',
    rule: '부정 평가를 평가 시각 기준으로 집계합니다.',
  },
  'self-service-ratio': {
    label: '티켓당 도움말 조회수',
    description: '티켓 1건당 도움말 조회수입니다.',
    rule: '도움말 조회수 ÷ 티켓 수.',
  },
  'bot-success-rate': {
    label: '봇 성공률',
    description: '티켓이 되지 않은 대화의 비율입니다.',
    rule: '티켓이 없는 대화 ÷ 총 대화 수이며, 종료된 대화와 진행 중인 대화는 성공으로 봅니다.',
  },
  'forum-solved': {
    label: '포럼 해결 건수',
    description: '포럼에서 답을 얻은 질문 수입니다.',
    rule: '해결된 주제를 시작 시각 기준으로 집계합니다.',
  },
  'forum-success-rate': {
    label: '포럼 해결률',
    description: '포럼에서 답을 얻은 질문의 비율입니다.',
    rule: '해결된 주제 ÷ 전체 주제이며, 시작 시각 기준으로 집계합니다.',
  },
  'social-response-time': {
    label: '소셜 응답 시간',
    description: '소셜 채널에서 상담원이 처음 응답하기까지 걸린 시간입니다.',
    rule: '소셜 채널 티켓에서 상담원의 첫 답변 − 생성 시각의 평균.',
  },
  'social-engagement': {
    label: '참여',
    description: '게시물에 대한 반응의 합계입니다.',
    rule: '공감, 공유, 긍정 답글, 긍정 언급의 합계이며, 게시 시각 기준으로 집계합니다.',
  },
  'social-sla-rate': {
    label: '소셜 해결 SLA 준수율',
    description: '소셜 채널 티켓 중 목표 시간 안에 해결된 티켓의 비율입니다.',
    rule: '소셜 채널 티켓 중 목표 시간 안에 해결된 티켓 ÷ 결과가 정해진 티켓.',
  },
  'social-bot-resolved': {
    label: '소셜 봇 해결 건수',
    description: '소셜 채널에서 AI 에이전트가 해결한 대화 수입니다.',
    rule: '설정 socialChannels의 채널에서 AI가 해결한 대화.',
  },
};
