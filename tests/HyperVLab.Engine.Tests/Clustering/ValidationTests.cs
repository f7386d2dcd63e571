using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Tests.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

public sealed class ValidationTests : IDisposable
{
    private readonly TestLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Good_nodes_pass_and_their_report_is_a_page()
    {
        ClusterValidationView validation = Validate(_lab.AddNodes());
        Assert.All(validation.Results, result => Assert.Equal(ValidationOutcome.Passed, result.Outcome));
        Assert.Equal(11, validation.Results.Count);
        string page = _lab.Lab.Ask(
            new ClusterValidationReport { Validation = new Key<ClusterValidation>(validation.Key) });
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.Contains("All tests passed", page, StringComparison.Ordinal);
        Assert.Contains("NODE1, NODE2", page, StringComparison.Ordinal);
        Assert.All(validation.Results, result => Assert.Contains(result.Test, page, StringComparison.Ordinal));
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_is_found()
    {
        List<Key<PhysicalComputer>> nodes = _lab.AddNodes();
        Key<PhysicalComputer> stranger = _lab.AddInstalled("STRANGER", "WindowsServer2008R2Enterprise");
        ClusterValidationView validation = Validate([nodes[0], stranger]);
        Assert.Equal(ValidationOutcome.Failed, validation.Outcome);
        Assert.Equal(ValidationOutcome.Failed, OutcomeOf(validation, "Validate Active Directory Configuration"));
        Assert.Equal(ValidationOutcome.Failed, OutcomeOf(validation, "Validate Required Services"));
        Assert.Equal(ValidationOutcome.Failed, OutcomeOf(validation, "List Potential Cluster Disks"));
        Assert.Equal(ValidationOutcome.Warning, OutcomeOf(validation, "Validate Operating System Edition"));
        Assert.Equal(ValidationOutcome.Warning, OutcomeOf(validation, "Validate Software Update Levels"));
    }

    [Fact]
    public void One_network_only_is_a_warning_and_none_a_failure()
    {
        List<Key<PhysicalComputer>> nodes = _lab.AddNodes(withStorage: false);
        _lab.Do(new DisconnectNetAdapter { Computer = nodes[1], Name = "Local Area Connection 2" });
        Assert.Equal(ValidationOutcome.Warning, OutcomeOf(Validate(nodes), "Validate Network Communication"));
        _lab.Do(new DisconnectNetAdapter { Computer = nodes[1], Name = "Local Area Connection" });
        ClusterValidationView validation = Validate(nodes);
        Assert.Equal(ValidationOutcome.Failed, OutcomeOf(validation, "Validate Network Communication"));
        Assert.Equal(ValidationOutcome.NotApplicable, OutcomeOf(validation, "List Potential Cluster Disks"));
    }

    [Fact]
    public void Processors_of_two_makers_fail()
    {
        Key<PhysicalComputer> first = _lab.AddNodes(1, withStorage: false)[0];
        Key<PhysicalComputer> other = new(_lab.Make<PhysicalComputerView>(
            new AddHost { Name = "AMD1", ProcessorVendor = "AuthenticAMD" }).Key);
        _lab.Do(new InstallOperatingSystem { Computer = other, Edition = "HyperVServer2008R2" });
        Assert.Equal(
            ValidationOutcome.Failed, OutcomeOf(Validate([first, other]), "Validate Same Processor Architecture"));
    }

    [Fact]
    public void Disks_that_no_multipath_module_claims_fail()
    {
        List<Key<PhysicalComputer>> nodes = _lab.AddNodes(withStorage: false);
        Storage.StorageLab.AddLuns(_lab, nodes, 10L << 30);
        foreach (Key<PhysicalComputer> node in nodes)
        {
            _lab.Do(new RestartHost { Computer = node });
        }

        Assert.Equal(ValidationOutcome.Failed, OutcomeOf(Validate(nodes), "Validate Microsoft MPIO-Based Disks"));
    }

    [Fact]
    public void Tests_can_be_chosen_by_name_or_category()
    {
        List<Key<PhysicalComputer>> nodes = _lab.AddNodes(withStorage: false);
        ClusterValidationView validation = _lab.Make<ClusterValidationView>(new TestCluster
        {
            Node = nodes, ReportName = "Mine", Include = ["network"], Ignore = ["Validate IP Configuration"],
        });
        Assert.Equal("Mine", validation.Name);
        Assert.Equal("Validate Network Communication", Assert.Single(validation.Results).Test);
        Assert.Equal("InvalidParameter", _lab.Refused(new TestCluster { Node = nodes, Include = ["Nothing"] }).Id);
        Assert.Equal("InvalidParameter", _lab.Refused(new TestCluster { Node = [nodes[0], nodes[0]] }).Id);
    }

    private ClusterValidationView Validate(IReadOnlyList<Key<PhysicalComputer>> nodes) =>
        _lab.Make<ClusterValidationView>(new TestCluster { Node = nodes });

    private static ValidationOutcome OutcomeOf(ClusterValidationView validation, string test) =>
        validation.Results.Single(result => result.Test == test).Outcome;
}
