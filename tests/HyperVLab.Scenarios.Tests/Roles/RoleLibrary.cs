using HyperVLab.Disks;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Scenarios.Tests.Roles;

/// <summary>Builds the libraries of a <see cref="RoleWorld"/>: each has a bit of everything.</summary>
internal static class RoleLibrary
{
    /// <summary>A small file as requests carry it.</summary>
    public static string Content { get; } = Pack("Write-Output 'ready'"u8.ToArray());

    /// <summary>A library server whose computer is in the domain already.</summary>
    public static void Build(LabBuilder builder, LibraryNames names)
    {
        Key<PhysicalComputer> computer = builder.Computer(names.Computer);
        builder.Do(new AddLibraryServer { Computer = computer });
        foreach (string share in (string[])[names.Share, names.Free])
        {
            builder.Do(new NewSmbShare { Computer = computer, Name = share, Path = $@"C:\{share}" });
        }

        builder.Do(new CopyFile
        {
            Computer = computer, Content = Content, Destination = $@"C:\{names.Share}\{names.Iso}",
        });
        builder.Do(new AddLibraryShare { SharePath = names.Path });
        builder.Do(new NewHardwareProfile { Name = names.Hardware, CPUCount = 2 });
        builder.Do(new NewGuestOSProfile { Name = names.Guest, OrganizationName = "Lab" });
        BuildTemplate(builder, names);
    }

    /// <summary>What a role gets into its scope to have a library.</summary>
    public static IReadOnlyList<ScopeItem> ScopeOf(Engine.Lab lab, LibraryNames names) =>
    [
        ScopeItem.Of(new Key<LibraryServer>(lab.Views<LibraryServerView>(names.Computer)[0].Key)),
        ScopeItem.Of(new Key<VMTemplate>(lab.Views<VMTemplateView>(names.Template)[0].Key)),
        ScopeItem.Of(new Key<HardwareProfile>(lab.Views<HardwareProfileView>(names.Hardware)[0].Key)),
        ScopeItem.Of(new Key<GuestOSProfile>(lab.Views<GuestOSProfileView>(names.Guest)[0].Key)),
    ];

    private static void BuildTemplate(LabBuilder builder, LibraryNames names)
    {
        Key<PhysicalComputer> host = builder.Computer(RoleNames.Host);
        Key<VirtualMachine> vm = new(((VirtualMachineView)builder.Lab.ResultOf(builder.Do(new NewVM
        {
            Computer = host, Name = names.Disk, NewVHDPath = $@"C:\Gold\{names.Disk}.vhd", NewVHDSizeBytes = 4L << 30,
        }))!).Key);
        builder.Do(new InstallGuestOS { VM = vm, OperatingSystem = "Windows Server 2008 R2 Enterprise" });
        builder.Do(new NewVMTemplate { Name = names.Template, VM = vm, SharePath = names.Path });
    }

    private static string Pack(byte[] content)
    {
        using var file = new MemoryDiskFile();
        file.Write(0, content);
        return PackedFile.Of(file).ToString();
    }
}
