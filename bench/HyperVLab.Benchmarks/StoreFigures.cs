using System.Diagnostics;
using HyperVLab.Engine;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Keeping;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;
using HyperVLab.Store;
using Microsoft.Data.Sqlite;

namespace HyperVLab.Benchmarks;

/// <summary>
/// What a request costs that is kept for good before it is answered. The floor is a row of the same length that is
/// inserted into a SQLite file with the same durability, each in a transaction of its own; both are measured by
/// turns, by the clock, since waiting for the disk is what they do.
/// </summary>
internal sealed class StoreFigures(TextWriter output) : IDisposable
{
    private const int Rounds = 5;
    private const int Requests = 3_200;
    private const int Callers = 32;
    private const string Notes = "changed by somebody who keeps a lab, as often as he can, to see what that costs him";

    private readonly string _folder = Directory.CreateTempSubdirectory("hypervlab-bench-").FullName;

    /// <summary>Measures and prints.</summary>
    public void Run()
    {
        foreach (bool isDurable in (bool[])[true, false])
        {
            Measure(isDurable);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Measure(bool isDurable)
    {
        string folder = Path.Combine(_folder, $"{isDurable}");
        var store = new FolderLabStore(new KeepingSettings { IsDurable = isDurable, StepsToImage = long.MaxValue });
        IStoredLab stored = store.Create(folder, static disks => new Lab("bench", 1, disks));
        using (stored.Together())
        {
            BladeCenterS.Build(new LabBuilder(stored.Lab));
        }

        Lab lab = stored.Lab;
        Key<VirtualMachine> vm = new(lab.Views<VirtualMachineView>()[0].Key);
        using SqliteConnection floor = Open(isDurable);
        List<double> floors = [];
        List<double> one = [];
        List<double> many = [];
        for (int round = 0; round < Rounds; round++)
        {
            floors.Add(PerSecond(() => Insert(floor)));
            one.Add(PerSecond(() => Send(lab, vm, Requests)));
            many.Add(PerSecond(() => SendTogether(lab, vm)));
        }

        stored.Dispose();
        long begun = Stopwatch.GetTimestamp();
        using IStoredLab again = store.Open(folder);
        double opening = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        string survives = isDurable ? "a loss of power" : "a kill of the process";
        double insert = Meter.Median(floors);
        output.WriteLine($"surviving {survives}: floor {insert:N0} rows a second");
        Write("one caller", Meter.Median(one), insert);
        Write($"{Callers} callers", Meter.Median(many), insert);
        output.WriteLine($"  opened again after {again.Lab.InputCount:N0} inputs without an image: {opening:F2} s");
    }

    private void Write(string what, double perSecond, double floor) =>
        output.WriteLine($"  {what}: {perSecond:N0} requests a second, {floor / perSecond:F2} floors each");

    private static void Send(Lab lab, Key<VirtualMachine> vm, int count)
    {
        for (int number = 0; number < count; number++)
        {
            lab.Send(new SetVM { VM = vm, Notes = Notes }, LabCaller.Lab);
        }
    }

    private static void SendTogether(Lab lab, Key<VirtualMachine> vm)
    {
        Thread[] callers =
        [
            .. Enumerable.Range(0, Callers).Select(_ => new Thread(() => Send(lab, vm, Requests / Callers))),
        ];
        foreach (Thread caller in callers)
        {
            caller.Start();
        }

        foreach (Thread caller in callers)
        {
            caller.Join();
        }
    }

    private static void Insert(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "INSERT INTO input (entry, hash) VALUES ($entry, $hash);";
        command.Parameters.AddWithValue("$entry", new string('x', 200));
        command.Parameters.AddWithValue("$hash", new byte[64]);
        command.Prepare();
        for (int number = 0; number < Requests; number++)
        {
            command.ExecuteNonQuery();
        }
    }

    private static double PerSecond(Action work)
    {
        long begun = Stopwatch.GetTimestamp();
        work();
        return Requests / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private SqliteConnection Open(bool isDurable)
    {
        string path = Path.Combine(_folder, $"floor-{isDurable}.db");
        var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; "
            + $"PRAGMA synchronous = {(isDurable ? "FULL" : "NORMAL")}; "
            + "CREATE TABLE input (number INTEGER PRIMARY KEY, entry TEXT NOT NULL, hash BLOB NOT NULL) STRICT;";
        command.ExecuteNonQuery();
        return connection;
    }
}
