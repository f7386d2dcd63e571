using HyperVLab.Engine;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Benchmarks;

/// <summary>
/// Templates deployed a second, to the end of each job: the disk is sent and checked, the machine is made, and its
/// guest gets its identity in the disk's own bytes.
/// </summary>
internal sealed class TemplateFigures(TextWriter output)
{
    private const int Machines = 500;
    private const int Rounds = 5;

    /// <summary>Measures and prints: both kinds of copy by turns, and the medians of all rounds.</summary>
    public void Run()
    {
        Deploy(differs: false, 50);
        var whole = new double[Rounds];
        var differing = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            whole[round] = Deploy(differs: false, Machines);
            differing[round] = Deploy(differs: true, Machines);
        }

        output.WriteLine($"medians of {Rounds} rounds of {Machines} machines, by turns, of the processor's time:");
        output.WriteLine($"whole copies: {Meter.Median(whole):N0} a second");
        output.WriteLine($"differencing disks: {Meter.Median(differing):N0} a second");
    }

    private static double Deploy(bool differs, int count)
    {
        using var lab = new Lab("bench", 7, new MemoryDiskStore());
        (LabBuilder builder, Key<PhysicalComputer> host, Key<VMTemplate> template) = Prepare(lab);
        TimeSpan begun = Environment.CpuUsage.TotalTime;
        for (int number = 0; number < count; number++)
        {
            builder.Do(new NewVirtualMachine
            {
                Name = $"web{number}",
                VMTemplate = template,
                VMHost = host,
                Path = @"C:\VMs",
                UseDiffDiskOptimization = differs,
            });
        }

        return count / (Environment.CpuUsage.TotalTime - begun).TotalSeconds;
    }

    private static (LabBuilder Builder, Key<PhysicalComputer> Host, Key<VMTemplate> Template) Prepare(Lab lab)
    {
        var builder = new LabBuilder(lab);
        builder.Do(new NewLab());
        builder.SignIn();
        Key<PhysicalComputer> server = Add(builder, "VMM1", "WindowsServer2008R2Standard");
        Key<PhysicalComputer> library = Add(builder, "LIB1", "WindowsServer2008R2Standard");
        Key<PhysicalComputer> host = Add(builder, "HV1", "HyperVServer2008R2");
        builder.Do(new InstallVMMServer { Computer = server });
        builder.Do(new AddLibraryServer { Computer = library });
        builder.Do(new NewSmbShare { Computer = library, Name = "Library", Path = @"C:\Library" });
        builder.Do(new AddLibraryShare { SharePath = @"\\LIB1\Library" });
        builder.Do(new AddVMHost { Computer = host });
        builder.Do(new NewVM
        {
            Computer = host,
            Name = "gold",
            NewVHDPath = @"C:\Gold\gold.vhd",
            NewVHDSizeBytes = 10L << 30,
        });
        var gold = new Key<VirtualMachine>(lab.Views<VirtualMachineView>()[0].Key);
        builder.Do(new InstallGuestOS { VM = gold, OperatingSystem = "Windows Server 2008 R2 Enterprise" });
        builder.Do(new NewVMTemplate { Name = "Web", VM = gold });
        return (builder, host, new(lab.Views<VMTemplateView>()[0].Key));
    }

    private static Key<PhysicalComputer> Add(LabBuilder builder, string name, string edition)
    {
        builder.Do(new AddHost { Name = name });
        Key<PhysicalComputer> computer = builder.Computer(name);
        builder.Do(new InstallOperatingSystem { Computer = computer, Edition = edition });
        builder.Do(new EnableRemoteManagement { Computer = computer });
        builder.Do(new JoinDomain { Computer = computer, DomainName = builder.DomainName, Restart = true });
        return computer;
    }
}
