/** The measure beside the volume chart: Chart.js alone, with the same bars. */
import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from 'chart.js';

const COLORS = ['#2e7d32', '#f9a825', '#1565c0', '#c62828'];

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, Tooltip);

export default {
  name: 'Chart.js alone',
  async mount(place, { labels, series }) {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 400 });
    place.append(canvas);
    const datasets = series.map((data, index) => ({ label: String(index), data, backgroundColor: COLORS[index] }));
    const chart = new Chart(canvas, {
      type: 'bar',
      data: { labels, datasets },
      options: { animation: false, responsive: false, scales: { x: { stacked: true }, y: { stacked: true } } },
    });
    return {
      async update(next) {
        chart.data.datasets.forEach((dataset, index) => (dataset.data = next.series[index]));
        chart.update();
      },
    };
  },
};
