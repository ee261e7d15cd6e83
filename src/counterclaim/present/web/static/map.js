// Draws the outlines and the events: a ring where the place is an area, a point where it is a town or facility.
(function () {
  'use strict';
  const data = JSON.parse(document.getElementById('points').textContent);
  const map = L.map('map', { attributionControl: false, worldCopyJump: true, preferCanvas: false });
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const outlines = topojson.feature(WORLD, WORLD.objects.countries);
  // A ring that crosses the antimeridian would be drawn as a line around the whole world.
  function unwrap(ring) {
    for (let i = 1; i < ring.length; i += 1) {
      while (ring[i][0] - ring[i - 1][0] > 180) ring[i][0] -= 360;
      while (ring[i][0] - ring[i - 1][0] < -180) ring[i][0] += 360;
    }
  }
  outlines.features.forEach(function (country) {
    const shape = country.geometry;
    (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates).forEach(function (polygon) { polygon.forEach(unwrap); });
  });
  L.geoJSON(outlines, { interactive: false, style: { color: dark ? '#667' : '#99a', weight: 1, fillColor: dark ? '#262b31' : '#e9ebe6', fillOpacity: 1 } }).addTo(map);
  const colour = { contested: '#b02a2a', denied: '#b02a2a', admitted: '#1d7a3c', corroborated: '#1d7a3c', reported: '#1f64b0', claimed: '#a06400' };
  const shapes = data.points.map(function (point) {
    const style = { color: colour[point.label.split(';')[0]] || '#666', weight: 2, fillOpacity: 0.15, dashArray: point.disputed ? '4 4' : null };
    const place = [point.lat, point.lon];
    const shape = point.radius ? L.circle(place, Object.assign({ radius: point.radius * 1000 }, style)) : L.circleMarker(place, Object.assign({ radius: 7 }, style, { fillOpacity: 0.7 }));
    const link = document.createElement('a');
    link.href = point.href;
    link.textContent = point.title + ' [' + point.label + ']';
    shape.bindPopup(link);
    return { shape: shape, day: point.day, id: point.id };
  });
  function show(day) {
    shapes.forEach(function (entry) {
      const wanted = !entry.day || entry.day <= day;
      if (wanted) entry.shape.addTo(map); else entry.shape.remove();
      const row = document.querySelector('[data-point="' + entry.id + '"]');
      if (row) row.hidden = !wanted;
    });
  }
  const slider = document.getElementById('mapday');
  slider.addEventListener('input', function () {
    const day = data.days[slider.value];
    slider.setAttribute('aria-valuetext', day);
    document.querySelector('output[for=mapday]').textContent = day;
    show(day);
  });
  map.setView([20, 20], 2);
  if (shapes.length) map.fitBounds(L.latLngBounds(data.points.map(function (p) { return [p.lat, p.lon]; })).pad(0.3), { maxZoom: 8 });
  show('9999');
})();
