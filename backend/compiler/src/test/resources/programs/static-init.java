// prints: {threads=4} true 21
static class Config {
    static final Map<String, Integer> LIMITS;
    private static int loads;
    static { LIMITS = new HashMap<>(); LIMITS.put("threads", 4); loads++; }
    { loads += 10; }
    static int loads() { new Config(); return loads; }
}
static class Holder { static final Config INSTANCE = new Config(); }
void main() { IO.println(Config.LIMITS + " " + (Holder.INSTANCE != null) + " " + Config.loads()); }
