// ends: Threw
void main() {
    IO.println(down(0));
}

int down(int depth) {
    return down(depth + 1) + 1;
}
