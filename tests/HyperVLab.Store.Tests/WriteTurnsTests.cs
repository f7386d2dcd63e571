namespace HyperVLab.Store.Tests;

public sealed class WriteTurnsTests
{
    [Fact]
    public void Whoever_waits_returns_when_what_he_took_down_is_written_and_many_share_a_write()
    {
        var turns = new WriteTurns();
        long recorded = 0;
        long written = 0;
        int writes = 0;
        int inside = 0;
        int failures = 0;
        Thread[] callers = [.. Enumerable.Range(0, 16).Select(_ => new Thread(() =>
        {
            for (int round = 0; round < 50; round++)
            {
                long mine = Interlocked.Increment(ref recorded);
                turns.Share(mine, () =>
                {
                    failures += Interlocked.Increment(ref inside) == 1 ? 0 : 1;
                    long taken = Interlocked.Read(ref recorded);
                    Thread.Sleep(1);
                    Interlocked.Exchange(ref written, taken);
                    writes++;
                    Interlocked.Decrement(ref inside);
                    return taken;
                });
                if (Interlocked.Read(ref written) < mine)
                {
                    Interlocked.Increment(ref failures);
                }
            }
        }))];
        Array.ForEach(callers, static caller => caller.Start());
        Array.ForEach(callers, static caller => caller.Join());

        Assert.Equal(0, failures);
        Assert.InRange(writes, 1, 600);
    }

    [Fact]
    public void A_write_that_fails_is_told_to_who_made_it_and_the_next_one_tries_again()
    {
        var turns = new WriteTurns();
        Assert.Throws<IOException>(() => turns.Share(1, static () => throw new IOException("full")));
        bool isWritten = false;
        turns.Share(1, () =>
        {
            isWritten = true;
            return 1;
        });
        Assert.True(isWritten);
    }
}
