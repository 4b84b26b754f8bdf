// Has nothing in it: CMake wants one source of a target whose headers are compiled ahead.
