// prints: 9 {1=[a], 2=[b]}
<T extends Comparable<? super T>> T most(Collection<? extends T> items) {
    T best = null;
    for (T item : items) if (best == null || item.compareTo(best) > 0) best = item;
    return best;
}
static <K, V> Map<V, List<K>> invert(Map<K, V> map) {
    return map.entrySet().stream()
            .collect(Collectors.groupingBy(Map.Entry::getValue, TreeMap::new,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
}
var inverted = invert(Map.of("a", 1, "b", 2));
IO.println(most(List.of(3, 9, 4)) + " " + inverted);
