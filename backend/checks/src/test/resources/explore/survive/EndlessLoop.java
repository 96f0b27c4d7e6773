// ends: TimedOut, OverLimit
void main() {
    int turns = 0;
    while (true) { // nothing here that anybody else could see
        turns++;
    }
}
