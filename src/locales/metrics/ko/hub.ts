/** Korean: the hub family. */
import type { MetricWords } from '../../messages.js';

export const HUB: Record<string, MetricWords> = {
  'total-accounts': {
    label: '총 계정 수',
    description: '허브를 처음 시작한 뒤 만들어진 계정 수입니다.',
    rule: '허브를 처음 시작한 때부터 기간이 끝날 때까지 만들어진 계정 수.',
  },
  'service-interactions': {
    label: '서비스 이용',
    description: '고객이 허브에서 직접 처리한 일의 수입니다.',
    rule: '주문 조회, 반품 신청, 쿠폰 요청, 도움말 클릭, 웹 채팅 시작과 그 밖의 이용을 집계하며, 허브 열기와 로그인, 장바구니 담기는 제외합니다.',
  },
  'active-accounts': {
    label: '활성 계정',
    description: '허브를 연 서로 다른 계정의 수입니다.',
    rule: '기간 내에 허브를 한 번 이상 연 고유 계정 수.',
  },
  'hub-revenue': {
    label: '발생 매출',
    description: '허브에서 장바구니에 담은 바로 그 상품의 매출입니다.',
    rule: '허브에서 담은 뒤 같은 계정이 주문한 같은 상품의 금액이며, 담은 수량까지만, 담기 한 번당 한 번만 인정하고 주문 시각 기준으로 집계합니다.',
  },
  'hub-logins': {
    label: '로그인 수',
    description: '고객이 허브에 로그인한 횟수입니다.',
    rule: '모든 로그인을 로그인 시각 기준으로 집계합니다.',
  },
  'inactive-accounts': {
    label: '비활성 계정',
    description: '허브를 열지 않은 계정의 수입니다.',
    rule: '총 계정 수 − 활성 계정.',
  },
  'signed-in-checkouts': {
    label: '완료된 결제(로그인)',
    description: '로그인한 고객이 완료한 결제 수입니다.',
    rule: '로그인한 고객이 완료한 결제를 완료 시각 기준으로 집계합니다.',
  },
  'signed-in-order-value': {
    label: '평균 주문 금액(로그인)',
    description: '로그인한 고객의 결제 1건당 평균 금액입니다.',
    rule: '로그인한 고객이 완료한 결제 금액의 평균.',
  },
};
