/** The team's words: German, Korean, Finnish. */
type Words = [de: string, ko: string, fi: string];

export const AGENT_WORDS: [id: string, ...Words][] = [
  ['total-volume', 'Gespräche gesamt', '총 대화 수', 'Keskustelut'],
  ['ai-resolved', 'Von der KI gelöst', 'AI 해결 건수', 'Tekoälyn ratkaisemat'],
  ['ai-resolved-rate', 'Von der KI gelöst (%)', 'AI 해결률', 'Tekoälyn ratkaisemat (%)'],
  ['ai-unresolved-rate', 'Nicht von der KI gelöst (%)', 'AI 미해결률', 'Tekoälyltä ratkaisematta (%)'],
  ['ai-revenue', 'KI-Umsatz', 'AI 기여 매출', 'Tekoälyn tuottama myynti'],
  ['add-to-cart', 'In den Warenkorb gelegt', '장바구니 담기', 'Ostoskoriin lisätyt'],
  ['link-clicks', 'Link-Klicks', '링크 클릭', 'Linkkien klikkaukset'],
  ['ai-order-value', 'Ø Bestellwert', '평균 주문 금액', 'Keskitilaus'],
  ['skill-uses', 'Skill-Nutzung', '스킬 사용', 'Taitojen käyttö'],
];

export const CHATBOT_WORDS: [id: string, ...Words][] = [
  ['chat-opens', 'Chat-Öffnungen', '채팅 열기 수', 'Chatin avaukset'],
  ['conversation-length', 'Ø Gesprächslänge', '평균 대화 길이', 'Keskustelujen keskipituus'],
  ['interaction-rate', 'Interaktionsrate', '상호작용률', 'Vuorovaikutusaste'],
  ['unique-users', 'Eindeutige Nutzer', '순 사용자 수', 'Yksittäisiä käyttäjiä'],
  ['returning-users', 'Wiederkehrende Nutzer', '재방문 사용자', 'Palaavat käyttäjät'],
  ['conversations-per-user', 'Gespräche pro Nutzer', '사용자당 대화 수', 'Keskusteluja käyttäjää kohti'],
  ['missed-messages', 'Nicht verstandene Nachrichten', '이해하지 못한 메시지', 'Ymmärtämättä jääneet viestit'],
  ['missed-rate', 'Nicht verstanden (%)', '이해 실패율', 'Ymmärtämättä jääneet (%)'],
  ['takeover-rate', 'Übernahmequote (Mensch)', '상담원 전환율', 'Ihmiselle siirtyneet (%)'],
  ['goal-completion-rate', 'Zielerreichung', '목표 달성률', 'Tavoitteiden toteutumisaste'],
  ['bot-satisfaction', 'Zufriedenheit mit dem KI-Agenten', 'AI 에이전트 만족도', 'Tyytyväisyys'],
  ['bot-score', 'Bewertung', '평점', 'Tyytyväisyyspisteet'],
  ['average-response-time', 'Ø Antwortzeit', '평균 응답 시간', 'Keskimääräinen vastausaika'],
];

export const VALUE_WORDS: [dimension: string, value: string, ...Words][] = [
  ['status', 'resolved', 'Gelöst', 'AI 해결', 'Ratkaistu'],
  ['status', 'routed', 'Weitergeleitet', '상담팀에 전달됨', 'Siirretty tiimille'],
  ['status', 'closed', 'Geschlossen', '종료됨', 'Suljettu'],
  ['status', 'open', 'Offen', '진행 중', 'Avoin'],
  ['outcome', 'unresolved', 'Nicht von der KI gelöst', 'AI 미해결', 'Ei ratkaistu'],
  ['channel', 'web-chat', 'Web-Chat', '웹 채팅', 'Verkkochat'],
  ['channel', 'sms', 'SMS', 'SMS', 'Tekstiviesti'],
];

export const UI_WORDS: [path: string, ...Words][] = [
  ['dimensions.channel', 'Kanal', '채널', 'Kanava'],
  ['dimensions.status', 'Status', '상태', 'Tila'],
  ['dimensions.tag', 'Schlagwort', '태그', 'Tunniste'],
  ['range.label', 'Zeitraum', '기간 선택', 'Aikaväli'],
  ['range.compareWith', 'Vergleichszeitraum', '비교 기간', 'Vertailujakso'],
  ['ranges.last-7-days', 'Letzte 7 Tage', '최근 7일', 'Viimeiset 7 päivää'],
  ['chart.groupBy', 'Gruppieren nach', '그룹 기준', 'Ryhmittely'],
  ['chart.volume', 'Gespräche', '대화', 'Keskustelut'],
  ['overview', 'Übersicht', '개요', 'Yleiskuva'],
  ['table.heading', 'Gespräche', '대화', 'Keskustelut'],
  ['table.columns.first-question', 'Erste Frage', '첫 질문', 'Ensimmäinen kysymys'],
  ['table.columns.profile', 'Profil', '프로필', 'Profiili'],
  ['table.columns.messages', 'Nachrichten', '메시지', 'Viestit'],
  ['table.columns.updated-at', 'Zuletzt aktualisiert', '마지막 업데이트', 'Päivitetty viimeksi'],
  ['thread.anonymous', 'Anonym', '익명', 'Anonyymi'],
];
