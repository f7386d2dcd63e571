using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;

namespace HyperVLab.Engine.Tests.Compute.Workloads;

/// <summary>Integration services are installed under a guest that works: nothing that it was told is lost.</summary>
public sealed class GuestSetupTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_ledger_goes_on_after_the_restart_with_all_that_it_was_told(bool isCheckpointed)
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView vm = lab.NewGuest("db01", "192.168.10.101");
        lab.Do(new InstallGuestOS { VM = vm.Machine(), OperatingSystem = "Windows Server 2008 Standard" });
        lab.Boot(vm);
        lab.Work(vm, rate: 100, flushEvery: 50);
        lab.Advance(30);
        if (isCheckpointed)
        {
            lab.Do(new CheckpointVM { VM = vm.Machine() });
            lab.Advance(30);
        }

        long before = lab.DemandSound(vm).Durable;
        lab.Do(new InstallGuestIntegrationService { VM = vm.Machine() });
        Assert.True(lab.DemandSound(vm).Durable >= before);
        Assert.Equal("6.1.7600.16385", lab.Now(vm).IntegrationServicesVersion);
        lab.Advance((ComputeSettings.GuestBoot + IntegrationSettings.Setup).TotalSeconds + 60);

        Assert.True(lab.DemandSound(vm).Durable > before);
        Assert.Equal("Up to date", lab.Now(vm).IntegrationServicesState);
    }
}
