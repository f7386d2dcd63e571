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

        Assert.Contains(scripts, script => script.Contains(" -AllowManagementOS $false", StringComparison.Ordinal));
        Assert.Contains("Test-LabConnection -TargetName DC1 -Repeat", scripts);
    }
}
