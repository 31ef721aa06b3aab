"""on_terminal.py COLUMNS COMMAND...: runs a command on a terminal of so many columns, prints what it
shows there, standard error too, and ends with its status."""
import fcntl
import os
import struct
import subprocess
import sys
import termios

# The command does not lead a session on the terminal: where a leader ends, the kernel throws away
# what it wrote and nobody has read yet.
shown_by, terminal = os.openpty()
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, int(sys.argv[1]), 0, 0))
command = subprocess.Popen(sys.argv[2:], stdin=terminal, stdout=terminal, stderr=terminal)
os.close(terminal)
shown = b""
while True:
    try:
        more = os.read(shown_by, 65536)
    except OSError:  # the last who had it open is gone
        break
    if not more:
        break
    shown += more
sys.stdout.buffer.write(shown.replace(b"\r\n", b"\n"))
sys.stdout.flush()
sys.exit(command.wait())
