using System.Globalization;
using HyperVLab.Engine;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Proof;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Scenarios.Tests.Properties;

/// <summary>A lab to which random requests were sent, with time passing in between.</summary>
internal sealed class RandomRun
{
    /// <summary>Takes the seed of the one round that is to be played again.</summary>
    public const string SeedVariable = "HYPERVLAB_SEED";

    /// <summary>Takes how many rounds are to be played.</summary>
    public const string RoundsVariable = "HYPERVLAB_ROUNDS";

    private const int UsualSeed = 2008;
    private const int UsualRounds = 12;
    private const int Steps = 120;

    private readonly Random _random;
    private readonly int _seed;
    private readonly LabCaller _caller;
    private string _last = "the beginning";

    private RandomRun(int seed)
    {
        _seed = seed;
        _random = new Random(seed);
        Lab = new Lab("random", seed, new MemoryDiskStore());
        BuildLab(new LabBuilder(Lab));
        _caller = Lab.Ask(new DefaultCaller());
    }

    public Lab Lab { get; }

    /// <summary>Plays so many rounds as are asked for, each with a seed of its own that a failure tells.</summary>
    public static void ForEach(Action<RandomRun> test)
    {
        int seed = Number(SeedVariable, UsualSeed);
        int rounds = Number(RoundsVariable, Environment.GetEnvironmentVariable(SeedVariable) is null ? UsualRounds : 1);
        for (int round = 0; round < rounds; round++)
        {
            var run = new RandomRun(seed + round);
            try
            {
                test(run);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException(
                    $"{SeedVariable}={run._seed} shows it again; the last input was {run._last}: {failure.Message}",
                    failure);
            }
            finally
            {
                run.Lab.Dispose();
            }
        }
    }

    /// <summary>Sends requests and lets time pass.</summary>
    /// <param name="isChecked">Whether the invariants are looked at on the way, which does not change the way.</param>
    public void Play(bool isChecked)
    {
        for (int step = 0; step < Steps; step++)
        {
            LabRequest request = Lab.Ask(new StateReading<LabRequest>(state => RandomRequests.Next(_random, state)));
            _last = request.ToString();
            Send(request, _random.Next(5) == 0 ? LabCaller.Lab : _caller, isChecked);
            Check(isChecked);
            if (_random.Next(2) == 0)
            {
                Pass(isChecked);
            }
        }
    }

    /// <summary>Stops the pings, lets half a day pass, and says which jobs go on all the same.</summary>
    public IReadOnlyList<string> JobsThatNeverEnd()
    {
        foreach (JobView ping in Lab.Views<JobView>(nameof(TestConnection)).Where(job => !job.HasEnded))
        {
            Lab.Send(new StopJob { Job = new(ping.Key) }, LabCaller.Lab);
        }

        Lab.AdvanceTo(Lab.Now + TimeSpan.FromHours(12));
        return [.. Lab.Views<JobView>().Where(job => !job.HasEnded).Select(job => $"{job.Key} {job.Script}")];
    }

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int number)
            ? number
            : usual;

    private static void BuildLab(LabBuilder builder)
    {
        BladeCenterS.Build(builder);
        BladeCenterS.BuildVM(builder, "db01", "HVR2NODO1", "192.168.10.42");
        builder.Do(new AddClusterVirtualMachineRole { VM = new Key<VirtualMachine>(1) });
        builder.Do(new StartClusterGroup
        {
            Group = new(builder.Lab.Views<ClusterGroupView>().Single(group => group.Name == "web01").Key),
        });
        builder.Do(new StartVM { VM = new Key<VirtualMachine>(2) });
        AddLaterHost(builder);
        AddVirtualServer(builder);
        AddEsx(builder);
    }

    // Two hosts of VMware in one VirtualCenter, with a machine on the datastore of one.
    private static void AddEsx(LabBuilder builder)
    {
        Key<PhysicalComputer> center = new(builder.Do(new AddHost { Name = "VC" }).ResultKey!.Value);
        builder.Do(new InstallOperatingSystem { Computer = center, Edition = "WindowsServer2008Standard" });
        builder.Do(new JoinDomain { Computer = center, DomainName = builder.DomainName, Restart = true });
        builder.Do(new InstallPackage { Computer = center, Name = "VirtualCenter25" });
        foreach (string name in (string[])["ESX1", "ESX2"])
        {
            Key<PhysicalComputer> host = new(builder.Do(new AddHost { Name = name }).ResultKey!.Value);
            builder.Do(new InstallOperatingSystem { Computer = host, Edition = "VMwareESX35" });
            builder.Do(new AddVirtualCenterHost { Computer = host, VirtualCenter = center });
            builder.Do(new NewVM
            {
                Computer = host,
                Name = $"on-{name}",
                NewVHDPath = "disk.vmdk",
                NewVHDSizeBytes = 1L << 30,
            });
        }
    }

    // A host of another platform, with a machine that was made there.
    private static void AddVirtualServer(LabBuilder builder)
    {
        Key<PhysicalComputer> host = new(builder.Do(new AddHost { Name = "VS2005" }).ResultKey!.Value);
        builder.Do(new InstallOperatingSystem { Computer = host, Edition = "WindowsServer2008Enterprise" });
        builder.Do(new EnableRemoteManagement { Computer = host });
        builder.Do(new JoinDomain { Computer = host, DomainName = builder.DomainName, Restart = true });
        builder.Do(new InstallPackage { Computer = host, Name = "VirtualServer2005R2" });
        builder.Do(new NewVM { Computer = host, Name = "old", NewVHDPath = "old.vhd", NewVHDSizeBytes = 1L << 30 });
    }

    // A host of a release that makes teams of its adapters, and embeds them in switches.
    private static void AddLaterHost(LabBuilder builder)
    {
        Key<PhysicalComputer> host = new(builder.Do(
            new AddHost { Name = "HV2019", NetworkAdapterCount = 4 }).ResultKey!.Value);
        builder.Do(new InstallOperatingSystem { Computer = host, Edition = "HyperVServer2019" });
        builder.Do(new EnableRemoteManagement { Computer = host });
        builder.Do(new JoinDomain { Computer = host, DomainName = builder.DomainName, Restart = true });
        builder.Do(new NewVMSwitch
        {
            Name = "VMs",
            Computer = host,
            NetAdapterName = ["Local Area Connection 2", "Local Area Connection 3"],
        });
    }

    private void Send(LabRequest request, LabCaller caller, bool isChecked)
    {
        string? before = isChecked ? Lab.StateHash : null;
        try
        {
            Lab.Send(request, caller);
        }
        catch (LabException refusal)
        {
            Assert.NotEmpty(refusal.Message);
            Assert.Equal(before, isChecked ? Lab.StateHash : null);
        }
    }

    private void Pass(bool isChecked)
    {
        if (_random.Next(3) == 0)
        {
            for (int count = _random.Next(1, 30); count > 0 && Lab.TakeEvent(); count--)
            {
                Check(isChecked);
            }

            return;
        }

        TimeSpan until = Lab.Now + TimeSpan.FromMilliseconds(_random.Next(1, 20) * Math.Pow(10, _random.Next(2, 5)));
        while (Lab.TakeEvent(until))
        {
            Check(isChecked);
        }

        Lab.AdvanceTo(until);
    }

    private void Check(bool isChecked)
    {
        if (isChecked)
        {
            Assert.Empty(Lab.Ask(new StateReading<IReadOnlyList<Violation>>(Invariants.Check)));
        }
    }
}
