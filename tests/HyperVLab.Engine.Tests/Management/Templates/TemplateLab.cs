using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Management;

/// <summary>Labs with a template of a Windows guest: \\LIB1\Library\gold.vhd.</summary>
internal static class TemplateLab
{
    /// <summary>A lab with a managed host NODE1 and the template Web.</summary>
    public static TestLab Create(int hosts = 1)
    {
        TestLab lab = LibraryLab.Create(hosts);
        lab.AddGuest("gold");
        lab.Do(new NewVMTemplate { Name = "Web", VM = lab.Machine("gold") });
        return lab;
    }

    /// <summary>Adds a machine on NODE1 that is off, with a guest on its disk.</summary>
    public static Key<VirtualMachine> AddGuest(
        this TestLab lab, string name, string system = "Windows Server 2008 R2 Enterprise")
    {
        var vm = new Key<VirtualMachine>(lab.Make<VirtualMachineView>(new NewVM
        {
            Computer = lab.Computer("NODE1"),
            Name = name,
            NewVHDPath = $@"C:\Gold\{name}.vhd",
            NewVHDSizeBytes = 10L << 30,
        }).Key);
        lab.Do(new InstallGuestOS { VM = vm, OperatingSystem = system });
        return vm;
    }

    /// <summary>The machine of a name.</summary>
    public static Key<VirtualMachine> Machine(this TestLab lab, string name) =>
        new(lab.View<VirtualMachineView>(name).Key);

    /// <summary>The template of a name.</summary>
    public static Key<VMTemplate> Template(this TestLab lab, string name = "Web") =>
        new(lab.View<VMTemplateView>(name).Key);

    /// <summary>What makes a machine of the template.</summary>
    public static NewVirtualMachine Deploy(this TestLab lab, string name) => new()
    {
        Name = name,
        VMTemplate = lab.Template(),
        VMHost = lab.Computer("NODE1"),
        Path = @"C:\VMs",
    };
}
