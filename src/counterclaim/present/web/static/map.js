// Draws the outlines and the events: a ring where the place is an area, a point where it is a town or facility.
(function () {
  'use strict';
  const data = JSON.parse(document.getElementById('points').textContent);
  const map = L.map('map', { attributionControl: false, worldCopyJump: true, preferCanvas: false, zoomSnap: 0.5 });
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const style = getComputedStyle(document.documentElement);
  const ink = function (name) { return style.getPropertyValue('--' + name).trim(); };
  document.getElementById('map').style.background = dark ? '#10161d' : '#dbe5ec';
  const outlines = topojson.feature(WORLD, WORLD.objects.countries);
  // A ring that crosses the antimeridian would be drawn as a line around the whole world.
  function unwrap(ring) {
    for (let i = 1; i < ring.length; i += 1) {
      while (ring[i][0] - ring[i - 1][0] > 180) ring[i][0] -= 360;
      while (ring[i][0] - ring[i - 1][0] < -180) ring[i][0] += 360;
    }
  }
  function polygons(shape) { return shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates; }
  outlines.features.forEach(function (country) { polygons(country.geometry).forEach(function (polygon) { polygon.forEach(unwrap); }); });
  L.geoJSON(outlines, { interactive: false, style: { color: dark ? '#4a5562' : '#aab4bf', weight: 1, fillColor: dark ? '#1c232c' : '#f7f8f5', fillOpacity: 1 } }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);

  // The name of a country stands in the middle of its largest piece.
  function largest(shape) {
    return polygons(shape).map(function (polygon) { return L.latLngBounds(polygon[0].map(function (at) { return [at[1], at[0]]; })); })
      .sort(function (a, b) { return size(b) - size(a); })[0];
  }
  function size(box) { return (box.getNorth() - box.getSouth()) * (box.getEast() - box.getWest()); }
  const names = outlines.features.map(function (country) {
    const box = largest(country.geometry);
    const icon = L.divIcon({ className: 'label country', html: '', iconSize: null });
    const marker = L.marker(box.getCenter(), { icon: icon, interactive: false, keyboard: false });
    return { marker: marker, name: country.properties.name, size: size(box) };
  });
  function nameCountries() {
    const least = 4000 / Math.pow(4, map.getZoom());
    names.forEach(function (entry) {
      if (entry.size > least && map.getZoom() >= 3 && map.getZoom() < 9) {
        entry.marker.addTo(map);
        entry.marker.getElement().textContent = entry.name;
      } else entry.marker.remove();
    });
  }
  map.on('zoomend', nameCountries);

  // Events of one place are one shape with their number, and a popup that lists them.
  const colour = function (point) {
    if (point.disputed) return 'red';
    return { admitted: 'green', corroborated: 'green', reported: 'blue', claimed: 'amber' }[point.support] || 'grey';
  };
  const rank = ['red', 'green', 'blue', 'amber', 'grey'];
  const places = new Map();
  data.points.forEach(function (point) {
    const key = [point.lat, point.lon, point.radius].join(' ');
    if (!places.has(key)) places.set(key, []);
    places.get(key).push(point);
  });
  function draw(points) {
    const first = points[0];
    const at = [first.lat, first.lon];
    const shade = points.map(colour).sort(function (a, b) { return rank.indexOf(a) - rank.indexOf(b); })[0];
    const hue = ink({ red: 'red', green: 'green', blue: 'blue', amber: 'amber', grey: 'edge' }[shade]);
    const look = { color: hue, weight: 2, fillColor: hue, fillOpacity: 0.1, dashArray: points.some(function (p) { return p.disputed; }) ? '5 4' : null };
    const across = 20 + 4 * Math.min(4, Math.floor(Math.log2(points.length)));
    const icon = L.divIcon({ className: 'pin c-' + shade, html: points.length > 1 ? String(points.length) : '', iconSize: points.length > 1 ? [across, across] : [14, 14] });
    const marker = L.marker(at, { icon: icon, title: first.place, alt: first.place + ': ' + points.length + (points.length > 1 ? ' events' : ' event') });
    // An area is never a bare pin on its middle: its ring is drawn, and a pin only carries a number.
    const shape = first.radius ? L.circle(at, Object.assign({ radius: first.radius * 1000 }, look)) : L.circleMarker(at, Object.assign({ radius: 7 }, look, { fillOpacity: 0.8 }));
    const parts = points.length > 1 ? [shape, marker] : [shape];
    parts.forEach(function (part) { part.bindPopup(function () { return listed(points); }); });
    return L.layerGroup(parts);
  }
  function listed(points) {
    const box = document.createElement('div');
    const head = document.createElement('strong');
    head.textContent = points[0].place + (points[0].radius ? ' (within ' + points[0].radius + ' km)' : '');
    const list = document.createElement('ul');
    points.forEach(function (point) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = point.href;
      link.textContent = point.title;
      item.append(link, ' [' + point.label + ']');
      list.append(item);
    });
    box.append(head, list);
    return box;
  }
  // Names of places, the most contested first, as many as do not cover one another.
  const tags = L.layerGroup().addTo(map);
  let visible = [];
  function nameplaces() {
    tags.clearLayers();
    const taken = [];
    visible.forEach(function (points) {
      const at = map.latLngToLayerPoint([points[0].lat, points[0].lon]);
      const box = [at.x + 12, at.y - 9, at.x + 20 + 7 * points[0].place.length, at.y + 9];
      if (taken.some(function (other) { return box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]; })) return;
      taken.push(box);
      const icon = L.divIcon({ className: 'label', html: '', iconSize: null, iconAnchor: [-14, 9] });
      const tag = L.marker([points[0].lat, points[0].lon], { icon: icon, interactive: false, keyboard: false }).addTo(tags);
      tag.getElement().textContent = points[0].place;
    });
  }
  map.on('zoomend', nameplaces);
  const shown = L.layerGroup().addTo(map);
  function show(day) {
    shown.clearLayers();
    visible = [];
    places.forEach(function (points) {
      const wanted = points.filter(function (point) { return !point.day || point.day <= day; });
      points.forEach(function (point) {
        const row = document.querySelector('[data-point="' + point.id + '"]');
        if (row) row.hidden = !wanted.includes(point);
      });
      if (wanted.length) { shown.addLayer(draw(wanted)); visible.push(wanted); }
    });
    nameplaces();
  }
  const slider = document.getElementById('mapday');
  function tell() {
    const day = data.days[slider.value];
    slider.setAttribute('aria-valuetext', day);
    document.querySelector('output[for=mapday]').textContent = day;
    show(day);
  }
  // The day stands in the address, so that what is seen can be sent to another.
  function keep() {
    const address = new URL(location.href);
    if (Number(slider.value) === data.days.length - 1) address.searchParams.delete('day'); else address.searchParams.set('day', data.days[slider.value]);
    history.replaceState(null, '', address);
  }
  slider.addEventListener('input', tell);
  slider.addEventListener('change', keep);
  map.setView([20, 20], 2);
  if (data.points.length) map.fitBounds(L.latLngBounds(data.points.map(function (p) { return [p.lat, p.lon]; })).pad(0.3), { maxZoom: 8 });
  nameCountries();
  const asked = new URLSearchParams(location.search).get('day');
  const found = asked ? data.days.filter(function (day) { return day <= asked; }).length - 1 : -1;
  if (found >= 0) { slider.value = found; tell(); } else show('9999');
})();
