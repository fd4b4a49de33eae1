/** Korean: 상담원 is a person, AI 에이전트 is the agent. No particle that depends on the last sound stands after a place. */
import type { Messages } from './messages.js';

export const messages: Messages = {
  code: 'ko',
  metrics: {
    'total-volume': {
      label: '총 대화 수', description: '방문자와 AI 에이전트가 나눈 대화 수입니다.',
      rule: '방문자 메시지가 1개 이상인 대화를 시작 시각 기준으로 집계합니다.',
    },
    'ai-resolved': {
      label: 'AI 해결 건수', description: 'AI 에이전트가 사람의 개입 없이 해결한 대화 수입니다.',
      rule: '상담원 연결이 없었고, 마지막 메시지를 AI 에이전트가 보냈으며, 방문자가 종료했거나 48시간 동안 활동이 없는 대화입니다.',
    },
    'ai-resolved-rate': {
      label: 'AI 해결률', description: 'AI 에이전트가 사람의 개입 없이 해결한 대화의 비율입니다.',
      rule: 'AI 해결 건수 ÷ 총 대화 수.',
    },
    'ai-unresolved-rate': {
      label: 'AI 미해결률', description: 'AI 에이전트가 해결하지 못하고 넘긴 대화의 비율입니다.',
      rule: '상담팀에 전달되었거나 종료된 대화 ÷ 총 대화 수.',
    },
    'ai-revenue': {
      label: 'AI 기여 매출', description: '대화에서 클릭한 바로 그 상품의 매출입니다.',
      rule: '대화에서 상품을 클릭한 뒤 기여 기간 안에 주문한 해당 상품의 주문 금액이며, 가장 최근 클릭에 귀속됩니다.',
    },
    'add-to-cart': {
      label: '장바구니 담기', description: '대화에서 장바구니에 담은 상품 수입니다.',
      rule: '담은 수량의 합계이며, 담은 시각 기준으로 집계합니다.',
    },
    'link-clicks': {
      label: '링크 클릭', description: '대화 속 상품 링크와 기타 링크의 클릭 수입니다.',
      rule: '모든 클릭을 클릭 시각 기준으로 집계합니다.',
    },
    'ai-order-value': {
      label: '평균 주문 금액', description: '기여 상품이 포함된 주문 1건당 AI 기여 매출입니다.',
      rule: 'AI 기여 매출 ÷ 기여 상품이 포함된 주문 수.',
    },
    'skill-uses': {
      label: '스킬 사용', description: 'AI 에이전트가 스킬을 사용한 횟수이며, 메시지 단위로 집계합니다.',
      rule: '스킬로 작성된 AI 에이전트 메시지 수이며, 한 대화에 여러 개가 있을 수 있습니다.',
    },
    'chat-opens': {
      label: '채팅 열기 수', description: '방문자 메시지 유무와 관계없이 열린 채팅 수입니다.',
      rule: '모든 대화를 시작 시각 기준으로 집계합니다.',
    },
    'conversation-length': {
      label: '평균 대화 길이', description: '대화당 방문자와 AI 에이전트의 메시지 수입니다.',
      rule: '메시지를 알 수 있는 대화에서 방문자와 AI 에이전트 메시지 수의 평균입니다.',
    },
    'interaction-rate': {
      label: '상호작용률', description: '방문자가 메시지를 두 번 이상 보낸 대화의 비율입니다.',
      rule: '방문자 메시지가 2개 이상인 대화 ÷ 총 대화 수.',
    },
    'unique-users': {
      label: '순 사용자 수', description: '메시지를 보낸 서로 다른 사람의 수입니다.',
      rule: '고유 프로필 기준이며, 프로필이 없으면 방문자 기준입니다. 둘 다 없는 대화는 제외됩니다.',
    },
    'returning-users': {
      label: '재방문 사용자', description: '기간 내 대화가 2건 이상인 사람의 수입니다.',
      rule: '대화가 2건 이상인 순 사용자 수.',
    },
    'conversations-per-user': {
      label: '사용자당 대화 수', description: '한 사람이 대화한 평균 횟수입니다.',
      rule: '총 대화 수 ÷ 순 사용자 수.',
    },
    'missed-messages': {
      label: '이해하지 못한 메시지', description: 'AI 에이전트가 이해하지 못한 메시지 수입니다.',
      rule: '‘이해하지 못함’으로 표시된 AI 에이전트 메시지 수.',
    },
    'missed-rate': {
      label: '이해 실패율', description: '방문자 메시지 중 AI 에이전트가 이해하지 못한 메시지의 비율입니다.',
      rule: '이해하지 못한 메시지 ÷ 방문자 메시지.',
    },
    'takeover-rate': {
      label: '상담원 전환율', description: '상담원에게 넘어간 대화의 비율입니다.',
      rule: '티켓 방식의 상담원 연결이 수락되었거나 상담원 메시지가 있는 대화 ÷ 총 대화 수.',
    },
    'abandonment-rate': {
      label: '대화 이탈률', description: '방문자의 마지막 메시지가 답변 없이 남은 대화의 비율입니다.',
      rule: '상담원 연결 없이 방문자 메시지를 끝으로 종료되었거나 48시간 동안 활동이 없는 대화 ÷ 총 대화 수.',
    },
    'purchase-rate': {
      label: '구매 전환율', description: '기여 매출로 이어진 대화의 비율입니다.',
      rule: '기여 상품이 1개 이상인 대화 ÷ 총 대화 수.',
    },
    'time-saved': {
      label: '절감 시간', description: '해결된 대화를 사람이 처리했을 때 걸렸을 업무 시간입니다.',
      rule: 'AI 해결 건수 × 대화당 소요 시간(분, 설정값).',
    },
    'goal-completion-rate': {
      label: '목표 달성률', description: '목표를 달성한 대화의 비율입니다.',
      rule: '목표를 1개 이상 달성한 대화 ÷ 총 대화 수. 목표별: 해당 목표를 달성한 대화 ÷ 총 대화 수.',
    },
    'bot-score': {
      label: '평점', description: 'AI 에이전트가 받은 1~5점 평가의 평균입니다.',
      rule: '모든 평가의 평균이며, 평가 시각 기준으로 집계합니다.',
    },
    'bot-satisfaction': {
      label: 'AI 에이전트 만족도', description: '4점 또는 5점 평가의 비율입니다.',
      rule: '4점 또는 5점 평가 ÷ 전체 평가.',
    },
    'average-response-time': {
      label: '평균 응답 시간', description: '아직 답변을 받지 못한 방문자의 첫 메시지부터 다음 답변까지 걸린 시간입니다.',
      rule: '답변을 받은 방문자 메시지의 평균이며, 답변 시각 기준으로 집계합니다.',
    },
    'bot-response-time': {
      label: 'AI 에이전트 응답 시간', description: 'AI 에이전트가 답변하기까지 걸린 시간입니다.',
      rule: 'AI 에이전트의 답변만으로 계산한 평균입니다.',
    },
    'live-response-time': {
      label: '상담원 응답 시간', description: '상담원이 답변하기까지 걸린 시간입니다.',
      rule: '상담원의 답변만으로 계산한 평균입니다.',
    },
  },
  values: {
    status: { resolved: 'AI 해결', routed: '상담팀에 전달됨', closed: '종료됨', open: '진행 중' },
    outcome: { resolved: 'AI 해결', unresolved: 'AI 미해결', open: '진행 중' },
    channel: { 'web-chat': '웹 채팅', sms: 'SMS', email: '이메일', whatsapp: 'WhatsApp' },
  },
  dimensions: {
    channel: '채널', status: '상태', outcome: '결과', tag: '태그', region: '지역', language: '언어', segment: '세그먼트',
    assignee: '담당자', page: '페이지', skill: '스킬', goal: '목표',
  },
  ranges: {
    today: '오늘', yesterday: '어제', 'last-7-days': '최근 7일', 'last-14-days': '최근 14일', 'last-30-days': '최근 30일',
    'last-90-days': '최근 90일', 'last-12-months': '최근 12개월', 'week-to-date': '이번 주', 'month-to-date': '이번 달',
    'quarter-to-date': '이번 분기', 'year-to-date': '올해', 'last-week': '지난주', 'last-month': '지난달',
    'last-quarter': '지난 분기', 'last-year': '작년', 'all-time': '전체 기간',
  },
  comparisons: {
    none: '비교 안 함', 'previous-period': '이전 기간', 'previous-unit': '직전 주·월·분기·연도', 'previous-year': '전년 동기', custom: '직접 설정',
  },
  grains: { hour: '시간', day: '일', week: '주', month: '월', quarter: '분기', year: '연도' },
  variants: { median: '중앙값', p90: '90백분위수' },
  range: {
    label: '기간 선택', custom: '직접 설정', from: '시작일', to: '종료일', compareWith: '비교 기간', compareFrom: '비교 시작일', compareTo: '비교 종료일',
    meaning: '{range}', comparedWith: '비교 기간: {range}', timeZone: '시간대: {zone}',
    endBeforeStart: '종료일이 시작일보다 빠릅니다. 더 늦은 종료일을 선택하십시오.', incomplete: '시작일과 종료일을 모두 선택하십시오.', invalid: '이 기간은 표시할 수 없습니다.',
  },
  states: {
    loading: '불러오는 중', updating: '업데이트 중', noData: '데이터 없음', unmeasured: '측정값 없음', noDimension: '이 기준으로 필터링할 수 없음',
    empty: '이 기간에는 대화가 없습니다.', emptyHint: '더 긴 기간을 선택하거나 필터를 줄이십시오.',
    dataEnded: '데이터는 {date}까지 있습니다.', dataStart: '데이터는 {date}부터 있습니다.', showLastData: '마지막 데이터 보기',
    failed: '수치를 불러오지 못했습니다.', lastNumbers: '표시된 수치: {range}, {time} 기준.', tryAgain: '다시 시도',
    readingSome: '데이터를 읽는 중', reading: '데이터를 읽는 중: {share}', stopReading: '중지', readingStopped: '데이터를 끝까지 읽지 않았습니다.',
    noSource: '아직 연결된 데이터가 없습니다. endpoint, data-src 또는 data 속성을 설정하십시오.', notLive: '아직 게시되지 않아 데이터가 없습니다.',
    switchedOff: '{date}부터 비활성화되어 새 데이터가 수집되지 않습니다.',
    refused: { other: '레코드 {n}개가 거부되었습니다' },
    moreRefused: { other: '외 {n}건' },
    leftOut: { other: '이 값이 없는 행 {n}개가 제외되었습니다' },
    signIn: '로그인하지 않았거나 접근 권한이 만료되었습니다.',
  },
  change: {
    up: '증가: {value} 대비 {change} ({range})', down: '감소: {value} 대비 {change} ({range})', same: '변동 없음: {value} ({range})',
    unknown: '비교할 값 없음 ({range})', versus: '{range} 대비', points: '{n}%p', better: '개선', worse: '악화',
  },
  chart: {
    volume: '대화', groupBy: '그룹 기준', legend: '표시할 그룹', showTable: '표로 보기', hideTable: '차트로 보기', total: '합계', other: '기타',
    none: '없음', notOver: '집계 중', cut: '기간에 일부만 포함', notGrouped: '이 데이터에 {dimension} 정보가 없어 막대에 전체 대화를 표시합니다.', period: '기간',
    keyboard: '화살표 키로 막대를 이동하고 Enter 키로 선택합니다.',
  },
  thread: {
    heading: '대화', choose: '대화를 표시하려면 conversation-id 속성을 설정해야 합니다.', notFound: '대화 {id}: 없거나 볼 권한이 없습니다.',
    visitor: '방문자', agent: 'AI 에이전트', human: '상담팀', anonymous: '익명',
    rules: {
      'supplied': '데이터에 포함된 상태입니다.',
      'ticket-handoff': 'AI 에이전트가 해결하지 못해 헬프 데스크 티켓을 만들고 대화를 전달했습니다.',
      'human-message': '상담원이 답변했습니다.',
      'message-handoff': 'AI 에이전트가 해결하지 못해 맞춤 종료 메시지를 표시했습니다.',
      'closed-after-agent': 'AI 에이전트의 메시지가 마지막이고, 상담원 연결 없이 대화가 종료되었습니다.',
      'inactive-after-agent': 'AI 에이전트의 메시지가 마지막이고, 상담원 연결 없이 {hours}시간 동안 활동이 없었습니다.',
      'agent-wrote-last': 'AI 에이전트가 마지막으로 답하고 방문자를 기다리는 중입니다. {hours}시간 동안 활동이 없으면 해결로 바뀝니다.',
      'visitor-wrote-last': '방문자의 메시지가 마지막이며 아무도 답하지 않았습니다.',
      'no-messages': '상태를 판단할 메시지가 없습니다.',
    },
    copyId: '아이디 복사', copyText: '텍스트로 복사', copied: '복사됨', notCopied: '복사할 수 없음',
    messages: { other: '메시지 {n}개' },
    masked: '이 내용을 볼 권한이 없습니다.', missed: '이해하지 못함', welcome: '환영 메시지', products: '제품: {names}',
    events: {
      productClick: '제품 클릭: {product}', linkClick: '링크 클릭: {link}', cartAdd: '장바구니 담기: {product} × {quantity}',
      ticket: '헬프 데스크 티켓으로 상담원 연결', message: '종료 메시지로 상담원 연결', ticketDeclined: '헬프 데스크 티켓 제안을 거절함', messageDeclined: '상담원 연결 제안을 거절함',
      closed: '종료됨', closedByVisitor: '방문자가 종료함', closedByInactivity: '{hours}시간 동안 활동이 없어 종료됨', rated: '평점: 5점 중 {value}점',
    },
    unknownMessages: '이 대화의 메시지가 제공되지 않았습니다.', noMessages: '아직 메시지가 없습니다.',
    earlier: '이전 메시지 보기', later: '다음 메시지 보기',
  },
  table: {
    heading: '대화',
    columns: { 'first-question': '첫 질문', 'profile': '프로필', 'messages': '메시지', 'started-at': '시작', 'updated-at': '마지막 업데이트', 'id': '아이디' },
    search: '대화 검색', clearSearch: '검색 지우기', sortBy: '정렬 기준', ascending: '{column}, 오름차순', descending: '{column}, 내림차순',
    page: '전체 {total}개 중 {first}–{last}', previousPage: '이전 페이지', nextPage: '다음 페이지', pageSize: '페이지당 행 수',
    found: { other: '메시지 {n}개에서 찾음' },
    noMatch: '“{phrase}”: 일치하는 대화가 없습니다.', noneSelected: '이 수치에 해당하는 대화가 없습니다.',
    masked: '내용을 볼 권한이 없습니다.', noQuestion: '질문 없음',
    conversations: { other: '대화 {n}건' },
    contributed: '{what}: {value}, {conversations}', clearSelection: '모든 대화 보기',
    exportCsv: '파일로 내려받기(CSV)', exportFailed: '파일을 만들 수 없습니다.',
    place: '{total}개 중 {n}번째', notLoaded: '대화를 불러오지 못했습니다.', previous: '이전 대화', next: '다음 대화', close: '닫기',
  },
  filters: {
    label: '필터', active: '적용된 필터', clearAll: '모두 지우기', remove: '필터 제거: {filter}', excluded: '{value} 제외', search: '검색: {dimension}', noMatch: '일치하는 값이 없습니다.',
    chosen: { other: '{n}개 선택됨' }, truncated: { other: '가장 많은 값 {n}개만 표시됩니다.' }, matching: { other: '대화 {n}건' },
  },
  skills: {
    uses: '사용 횟수', perMessage: '메시지 단위로 집계합니다. 한 대화에서 스킬 하나가 여러 번 사용될 수 있습니다.', several: '여러 스킬을 사용한 메시지는 각 스킬의 행에 집계되고 합계에는 한 번만 집계됩니다.',
  },
  files: { exportAs: '{format} 파일로 내보내기' },
  dashboard: {
    titles: { 'customer-agent': 'AI 에이전트 성과', 'customer-agent-classic': 'AI 에이전트 개요', 'customer-hub': '고객 허브', 'help-desk': '헬프 데스크', chatbot: '챗봇 분석' },
    sections: {
      gaps: '지식 공백', overview: '개요', conversations: '대화',
      interactions: '서비스 이용', 'order-value': '평균 주문 금액', logins: '로그인', performance: '성과', satisfaction: '고객 만족', 'self-service': '셀프서비스',
      social: '소셜 미디어', 'weak-spots': 'AI 에이전트의 취약점', questions: '자주 묻는 질문', demand: '문의 시간과 위치', goals: '목표', team: '팀 성과',
    },
    volume: '기간별 대화 수', kpis: '주요 지표', refresh: '새로고침', updated: '{ago} 업데이트됨', asOf: '{time}까지의 데이터입니다.', copyLink: '링크 복사', linkCopied: '링크를 복사했습니다',
    filterList: '목록 필터',
    wrongPage: '이 페이지의 설정이 잘못되었습니다.', wrongView: '이 보기의 링크를 읽을 수 없습니다.',
    headings: {
      'interactions-over-time': '기간별 서비스 이용', 'checkouts-and-value': '로그인 고객의 평균 주문 금액', 'tickets-over-time': '기간별 티켓', 'tickets-by-type': '유형별 티켓',
      'tickets-by-channel': '채널별 티켓', leaderboard: '상담원 순위', 'sla-over-time': '기간별 목표 시간 준수율', 'ticket-load': '티켓 집중 시간대', 'tickets-by-region': '지역별 티켓',
      'satisfaction-over-time': '기간별 만족도', 'churn-by-reason': '이유별 이탈', 'satisfaction-by-segment': '세그먼트별 만족도', 'nps-by-segment': '세그먼트별 순추천지수',
      'customers-by-segment': '세그먼트별 고객', 'discounts-by-kind': '할인 및 혜택', 'nps-answers': '순추천지수 응답', 'views-and-tickets': '도움말 조회수와 티켓',
      articles: '도움말 문서', 'tickets-by-network': '소셜 채널별 문의', 'engagement-by-network': '소셜 채널별 참여', 'quality-over-time': '기간별 상담원 전환과 만족도',
      'missed-by-tag': '이해 실패가 많은 태그', 'takeover-by-tag': '상담원 전환이 많은 태그', 'rating-by-tag': '평가가 낮은 태그', 'demand-load': '대화가 시작되는 시간',
      'starts-by-channel': '시작 위치: 채널', 'starts-by-region': '시작 위치: 지역', 'starts-by-page': '시작 위치: 페이지', 'by-goal': '목표별 달성률', team: 'AI 에이전트와 함께하는 팀',
    },
    groups: { basic: '기본', intermediate: '중급', advanced: '고급' },
    viewReport: '보고서 보기', noFacts: '제공된 데이터가 없습니다.',
    customise: {
      open: '맞춤 설정', heading: '이 페이지 맞춤 설정', hint: '표시할 항목을 선택하고, 끌거나 화살표로 순서를 바꿉니다.', done: '완료', reset: '초기화', sections: '섹션', tiles: '지표: {section}',
      moveUp: '위로 이동: {name}', moveDown: '아래로 이동: {name}', add: '지표 추가', addTo: '추가', moved: '{name}: {total}개 중 {n}번째', hidden: '{name}: 숨김',
      shown: '{name}: 표시', added: '{name}: 추가됨', wasReset: '페이지가 처음 상태로 돌아갔습니다.',
    },
  },
  gaps: {
    heading: '지식 공백', only: '미해결이거나 이해하지 못한 질문만',
    method: '질문 {questions}: 비슷한 단어로 묶어 문서 {articles}의 단어와 비교했습니다. 자주 묻고 적게 다뤄진 주제가 먼저 나옵니다. 같은 질문이라도 표현이 많이 다르면 놓칠 수 있습니다.',
    methodAlone: '질문 {questions}: 비슷한 단어로 묶었습니다. 자주 묻는 주제가 먼저 나옵니다. 같은 질문이라도 표현이 많이 다르면 놓칠 수 있습니다.',
    questions: { other: '{n}건' }, articles: { other: '{n}개' },
    noArticles: '제공된 문서가 없어 모든 주제가 열려 있습니다. 지식 베이스의 문서를 제공하면 부족한 내용을 볼 수 있습니다.',
    none: '답이 없는 질문이 없습니다.', asked: { other: '{n}회 질문됨' }, unresolved: 'AI 미해결 {share}',
    nearest: '가장 가까운 문서: {title}, {share} 포함', noNearest: '가까운 문서 없음', examples: '질문 예시',
    conversations: { other: '대화 {n}건 보기' },
    add: '지식 추가', title: '제목', body: '답변', save: '추가', saving: '추가하는 중', cancel: '취소', failed: '문서를 추가하지 못했습니다.',
    added: '추가됨: {title}. 문서가 질문을 포함하면 공백이 사라집니다.', closed: '추가됨: {title}. 공백이 해소되었습니다.', told: '페이지에 전달됨: {title}.',
    dismiss: '숨기기', dismissed: '숨김: {topic}', undo: '실행 취소', more: '더 보기',
  },
  ranking: {
    heading: '순위', rank: '순위', without: '{dimension} 없음', notGrouped: '다음 지표는 {dimension} 기준으로 나눌 수 없습니다: {metrics}', noData: '데이터 없음: {metrics}',
    few: '표본 적음', fewCases: '적은 건수를 바탕으로 합니다({metric}: {n})', empty: '이 기간에는 비교할 항목이 없습니다.', showAll: { other: '{n}개 모두 보기' },
  },
  records: {
    heading: '상세 기록: {metric}', notOffered: '집계만 가능한 데이터입니다. 이 소스는 개별 기록을 제공하지 않습니다.', none: '이 수치에 해당하는 기록이 없습니다.',
    count: { other: '기록 {n}건' }, clearSelection: '돌아가기: {metric}',
    columns: {
      at: '시간', value: '값', id: '번호', subject: '제목', network: '소셜 채널', type: '유형', priority: '우선순위', agent: '상담원', createdAt: '생성', kind: '종류', score: '응답', comment: '의견',
      ticketId: '티켓', customerId: '고객', tier: '등급', industry: '업종', startedAt: '시작', lostAt: '이탈', lostReason: '사유', accountId: '계정', productId: '상품', quantity: '수량', total: '합계',
      signedIn: '로그인', amount: '금액', accepted: '수락', articleId: '문서', seconds: '체류 시간', interacted: '반응', session: '세션', vote: '평가', topicId: '주제', solvedAt: '해결',
      likes: '공감', reposts: '공유', positiveReplies: '긍정 답글', positiveMentions: '긍정 언급', profileId: '프로필', conversationId: '대화', sentAt: '발송', answeredAt: '응답 시각',
      completedAt: '완료', updatedAt: '마지막 업데이트', cancelledAt: '취소', firstQuestion: '첫 질문', profile: '프로필', messages: '메시지',
    },
    yes: '예', no: '아니요', notLoaded: '기록을 불러오지 못했습니다.', previous: '이전 기록', next: '다음 기록', ticket: '티켓 {id}', customer: '고객', note: '내부 메모',
    unknownMessages: '이 티켓의 메시지는 제공되지 않았습니다.',
    events: {
      created: '티켓 생성됨', assigned: '담당 상담원 배정: {name}', firstAssigned: '처음 배정됨', responded: '첫 응답', resolved: '해결됨', reopened: '다시 열림',
      escalated: '에스컬레이션됨', escalatedForTarget: '에스컬레이션됨: 목표 시간 초과', firstResponseDue: '첫 응답 목표 시각', resolutionDue: '해결 목표 시각',
    },
    met: '준수', missed: '초과',
  },
  questions: {
    heading: '자주 묻는 질문', notOffered: '이 소스는 자주 묻는 질문을 제공하지 않습니다.', none: '이 기간에는 질문이 없습니다.',
    method: '분석한 질문 {questions}: 내용이 같은 질문은 하나로 묶었습니다.',
    question: '질문', topic: '주제', noTopic: '주제 없음', count: '횟수', share: '비율', resolved: 'AI 해결', takeover: '상담원 전환', missed: '이해 못 함',
    failed: '해결 실패', failedRule: '해결한 경우보다 상담원이 넘겨받거나 이해하지 못한 경우가 더 많습니다.', wordings: '다른 표현',
    asked: { other: '{n}회 질문됨' }, ofAll: '전체의 {share}',
  },
  trend: {
    legend: '표시할 지표', keyboard: '화살표 키로 지점을 이동하고 Enter 키로 선택합니다.',
    tableOnly: '차트에는 단위를 두 개까지 표시할 수 있습니다. 표에만 있는 지표: {metrics}.', change: '변화', whole: '전체 기간', marks: '표시된 날짜',
  },
  breakdown: {
    heading: '{dimension}별 {metric}', share: '비율', notGrouped: '이 데이터에 {dimension} 정보가 없습니다.',
    several: '값이 여러 개인 항목은 각 행에 모두 집계되고 합계에는 한 번만 집계됩니다.',
  },
  heatmap: {
    foldBy: '표시 기준',
    grains: { 'hour-of-week': '요일 및 시간', 'hour-of-day': '시간대', 'day-of-week': '요일', 'day-of-month': '일', 'month-of-year': '월' },
    busiest: '가장 많은 시간: {places}', highest: '가장 높은 시간: {places}', peak: '최고', scale: '범위', keyboard: '화살표 키로 셀을 이동합니다.',
  },
  overview: '개요',
};
