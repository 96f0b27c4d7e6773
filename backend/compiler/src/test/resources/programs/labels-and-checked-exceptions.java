// prints: after 3
static class Busy extends Exception { Busy(String m) { super(m); } }
int attempts;
void tryOnce() throws Busy { if (++attempts < 3) throw new Busy("try " + attempts); }
retry:
while (true) {
    try {
        tryOnce();
        break retry;
    } catch (Busy e) {
        continue retry;
    }
}
if (attempts == 3) IO.println("after " + attempts); else IO.println("never");
