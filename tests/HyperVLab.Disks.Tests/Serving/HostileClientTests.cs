using System.Net.Sockets;
using HyperVLab.Disks.Serving;

namespace HyperVLab.Disks.Tests.Serving;

[Collection(WholeProcessGroup.Name)]
public sealed class HostileClientTests : IDisposable
{
    private const long MostBytesAllocated = 64 * 1024 * 1024;

    private readonly ServedDisk _served = new(options: new NbdServerOptions
    {
        HandshakeTimeout = TimeSpan.FromMilliseconds(500), StopTimeout = TimeSpan.FromMilliseconds(300),
    });

    public void Dispose() => _served.Dispose();

    [Fact]
    public void Nonsense_at_any_point_ends_one_client_at_most() => Seed.Run(150, random =>
    {
        using var good = NbdClient.Ready(_served.Server);
        var before = GC.GetTotalAllocatedBytes();
        using (var client = new NbdClient(_served.Server))
        {
            try
            {
                Harass(client, random);
            }
            catch (Exception error) when (error is SocketException or EndOfStreamException)
            {
            }
        }

        Assert.Equal(0U, good.Ask(3, 0, 0).Error);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, MostBytesAllocated);
    });

    [Fact]
    public void Random_requests_are_all_answered_and_writes_do_what_they_say() => Seed.Run(10, random =>
    {
        using var client = NbdClient.Ready(_served.Server, random.Next(2) == 0, random.Next(2) == 0);
        var model = client.Ask(0, 0, Any.Size).Data;
        for (var i = 0; i < 60; i++)
        {
            var (offset, length) = Range(random);
            var command = random.Next(9) is var any && any == 2 ? 0 : any;
            var data = command == 1 ? Any.Bytes((int)length, i) : null;
            var flags = random.Next(3) == 0 ? 1 << random.Next(6) : 0;
            var reply = client.Ask(command, offset, length, data, flags);
            if (reply.Error != 0 || command is 3 or 5 or 7)
            {
                continue;
            }

            Assert.True(offset + length <= Any.Size);
            if (command == 0)
            {
                Assert.Equal(model.AsSpan((int)offset, (int)length).ToArray(), reply.Data);
            }
            else if (command == 1)
            {
                data!.CopyTo(model, offset);
            }
            else
            {
                model.AsSpan((int)offset, (int)length).Clear();
            }
        }

        Assert.Equal(model, client.Ask(0, 0, Any.Size).Data);
    });

    private static (long Offset, long Length) Range(Random random)
    {
        var length = random.NextInt64(1 << random.Next(23));
        return (Math.Max(0, random.NextInt64(Any.Size + 10_000) - length), length);
    }

    private static void Harass(NbdClient client, Random random)
    {
        if (random.Next(6) == 0)
        {
            client.Send(Noise(random));
            client.Send(Noise(random));
            return;
        }

        client.Greet((uint)random.Next(4));
        for (var i = random.Next(12); i > 0; i--)
        {
            Option(client, random);
        }

        client.Option(8, []);
        client.Option(10, NbdClient.ContextQuery("", "base:allocation"));
        client.Go();
        for (var i = random.Next(30); i > 0; i--)
        {
            var big = random.Next(2) == 0;
            var offset = big ? (ulong)random.NextInt64(long.MinValue, long.MaxValue) : (ulong)random.Next(10_000_000);
            var length = random.Next(4) == 0 ? (uint)random.NextInt64(uint.MaxValue) : (uint)random.Next(100_000);
            client.SendRequest(random.Next(10), offset, length, (ulong)i, random.Next(8) == 0 ? random.Next(65536) : 0);
            if (random.Next(3) == 0)
            {
                client.Send(new byte[random.Next(100_000)]);
            }
        }
    }

    // The known options with data that is cut, stretched or filled with noise.
    private static void Option(NbdClient client, Random random)
    {
        var option = random.Next(3) == 0 ? (uint)random.NextInt64(uint.MaxValue) : (uint)random.Next(3, 12);
        var data = option is 9 or 10
            ? NbdClient.ContextQuery("web01", "base:", "base:allocation", "x-a:b")
            : NbdClient.InfoQuery("web01", 0, 1, 3);
        for (var i = random.Next(4); i > 0; i--)
        {
            data[random.Next(data.Length)] = (byte)random.Next(256);
        }

        data = random.Next(4) == 0 ? data[..random.Next(data.Length)] : data;
        var replies = client.Option(option == 7 ? 6 : option, random.Next(8) == 0 ? Noise(random) : data);
        Assert.InRange(replies.Count, 1, 8);
    }

    private static byte[] Noise(Random random) => Any.Bytes(random.Next(50_000), random.Next());
}
