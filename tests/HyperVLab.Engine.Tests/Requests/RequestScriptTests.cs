using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Tests.Networking;

namespace HyperVLab.Engine.Tests.Requests;

public sealed class RequestScriptTests
{
    [Fact]
    public void ASwitchParameterIsNamedAndABooleanOneIsGivenItsValue()
    {
        using TestLab lab = NetworkLab.Create();
        lab.AddSwitch(lab.AddHyperVHost("HV1"));
        lab.BeginPing("DC1");

        string[] scripts = [.. lab.Lab.Views<JobView>().Select(job => job.Script)];

        Assert.Contains(
            "New-LabVMSwitch -AllowManagementOS $false -ComputerName HV1 -Name VMs "
            + "-NetAdapterName 'Local Area Connection 2'",
            scripts);
        Assert.Contains(scripts, script => script.EndsWith(" -Repeat -TargetName DC1", StringComparison.Ordinal));
    }
}
