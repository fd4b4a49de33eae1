/** Korean: the chatbot family. */
import type { MetricWords } from '../../messages.js';

export const CHATBOT: Record<string, MetricWords> = {
  'chat-opens': {
    label: '채팅 열기 수',
    description: '방문자 메시지 유무와 관계없이 열린 채팅 수입니다.',
    rule: '모든 대화를 시작 시각 기준으로 집계합니다.',
  },
  'conversation-length': {
    label: '평균 대화 길이',
    description: '대화당 방문자와 AI 에이전트의 메시지 수입니다.',
    rule: '메시지를 알 수 있는 대화에서 방문자와 AI 에이전트 메시지 수의 평균입니다.',
  },
  'interaction-rate': {
    label: '상호작용률',
    description: '방문자가 메시지를 두 번 이상 보낸 대화의 비율입니다.',
    rule: '방문자 메시지가 2개 이상인 대화 ÷ 총 대화 수.',
  },
  'engaged-conversations': {
    label: '이어진 대화',
    description: '환영 메시지 뒤에 방문자가 메시지를 보낸 채팅 수입니다.',
    rule: 'AI 에이전트의 환영 메시지 뒤에 방문자 메시지가 1개 이상인 대화.',
  },
  'engagement-rate': {
    label: '대화 지속률',
    description: '열린 채팅 중 환영 메시지 뒤에 방문자가 메시지를 보낸 채팅의 비율입니다.',
    rule: '이어진 대화 ÷ 채팅 열기 수.',
  },
  'unique-users': {
    label: '순 사용자 수',
    description: '메시지를 보낸 서로 다른 사람의 수입니다.',
    rule: '고유 프로필 기준이며, 프로필이 없으면 방문자 기준입니다. 둘 다 없는 대화는 제외됩니다.',
  },
  'returning-users': {
    label: '재방문 사용자',
    description: '기간 내 대화가 2건 이상인 사람의 수입니다.',
    rule: '대화가 2건 이상인 순 사용자 수.',
  },
  'conversations-per-user': {
    label: '사용자당 대화 수',
    description: '한 사람이 대화한 평균 횟수입니다.',
    rule: '총 대화 수 ÷ 순 사용자 수.',
  },
  'missed-messages': {
    label: '이해하지 못한 메시지',
    description: 'AI 에이전트가 이해하지 못한 메시지 수입니다.',
    rule: '‘이해하지 못함’으로 표시된 AI 에이전트 메시지 수.',
  },
  'missed-rate': {
    label: '이해 실패율',
    description: '방문자 메시지 중 AI 에이전트가 이해하지 못한 메시지의 비율입니다.',
    rule: '이해하지 못한 메시지 ÷ 방문자 메시지.',
  },
  'takeover-rate': {
    label: '상담원 전환율',
    description: '상담원에게 넘어간 대화의 비율입니다.',
    rule: '티켓 방식의 상담원 연결이 수락되었거나 상담원 메시지가 있는 대화 ÷ 총 대화 수.',
  },
  'abandonment-rate': {
    label: '대화 이탈률',
    description: '방문자의 마지막 메시지가 답변 없이 남은 대화의 비율입니다.',
    rule: '상담원 연결 없이 방문자 메시지를 끝으로 종료되었거나 48시간 동안 활동이 없는 대화 ÷ 총 대화 수.',
  },
  'purchase-rate': {
    label: '구매 전환율',
    description: '기여 매출로 이어진 대화의 비율입니다.',
    rule: '기여 상품이 1개 이상인 대화 ÷ 총 대화 수.',
  },
  'time-saved': {
    label: '절감 시간',
    description: '해결된 대화를 사람이 처리했을 때 걸렸을 업무 시간입니다.',
    rule: 'AI 해결 건수 × 대화당 소요 시간(분, 설정값).',
  },
  'goal-completion-rate': {
    label: '목표 달성률',
    description: '목표를 달성한 대화의 비율입니다.',
    rule: '목표를 1개 이상 달성한 대화 ÷ 총 대화 수. 목표별: 해당 목표를 달성한 대화 ÷ 총 대화 수.',
  },
  'bot-score': {
    label: '평점',
    description: 'AI 에이전트가 받은 1~5점 평가의 평균입니다.',
    rule: '모든 평가의 평균이며, 평가 시각 기준으로 집계합니다.',
  },
  'bot-satisfaction': {
    label: 'AI 에이전트 만족도',
    description: '4점 또는 5점 평가의 비율입니다.',
    rule: '4점 또는 5점 평가 ÷ 전체 평가.',
  },
  'average-response-time': {
    label: '평균 응답 시간',
    description: '아직 답변을 받지 못한 방문자의 첫 메시지부터 다음 답변까지 걸린 시간입니다.',
    rule: '답변을 받은 방문자 메시지의 평균이며, 답변 시각 기준으로 집계합니다.',
  },
  'bot-response-time': {
    label: 'AI 에이전트 응답 시간',
    description: 'AI 에이전트가 답변하기까지 걸린 시간입니다.',
    rule: 'AI 에이전트의 답변만으로 계산한 평균입니다.',
  },
  'live-response-time': {
    label: '상담원 응답 시간',
    description: '상담원이 답변하기까지 걸린 시간입니다.',
    rule: '상담원의 답변만으로 계산한 평균입니다.',
  },
};
