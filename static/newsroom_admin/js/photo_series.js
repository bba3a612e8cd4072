// Pictures of one meeting look alike. One sentence says of how many that holds, and none of them is warned of.

export function seriesTeller(place, say) {
  const sent = new Set();
  const alike = new Map(); // each photo: those that it looks like, also from before this list
  const count = () => [...sent].filter((photo) => alike.get(photo)?.size).length;

  return (photo, others) => {
    sent.add(photo);
    for (const other of others) {
      alike.set(photo, (alike.get(photo) ?? new Set()).add(other));
      alike.set(other, (alike.get(other) ?? new Set()).add(photo));
    }
    place.textContent = count() > 1 ? say.replace("NUMBER", count()) : "";
  };
}
