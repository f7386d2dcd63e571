using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Clustering.Validation;

/// <summary>The tests of the networks between the nodes.</summary>
internal static class NetworkTests
{
    /// <summary>Every node has addresses, each its own, and no two adapters in one subnet.</summary>
    public static ValidationFinding Addresses(ValidationScope scope)
    {
        var finding = new ValidationFinding();
        foreach (PhysicalComputer computer in scope.Computers)
        {
            IReadOnlyList<Subnet> subnets = Networks.SubnetsOf(scope.Lab, computer.Key);
            if (subnets.Count == 0)
            {
                finding.Fail($"{computer.Name} has no adapter with an address.");
            }

            foreach (Subnet subnet in subnets)
            {
                string text = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{computer.Name}, {scope.Lab.NameOf(subnet.Adapter)}: {subnet.Address}/{subnet.PrefixLength}.");
                if (subnets.Count(other => other.Network == subnet.Network) > 1)
                {
                    finding.Warn($"{text} Another adapter of the node is in the same subnet: only one is used.");
                }
                else
                {
                    finding.Note(text);
                }
            }
        }

        return finding;
    }

    /// <summary>Every two nodes reach each other, and better over more than one network.</summary>
    public static ValidationFinding Communication(ValidationScope scope)
    {
        var finding = new ValidationFinding();
        foreach ((PhysicalComputer first, PhysicalComputer second) in scope.Pairs)
        {
            int paths = PathsBetween(scope.Lab, first, second);
            if (paths == 0)
            {
                finding.Fail($"{first.Name} and {second.Name} do not reach each other on any network.");
            }
            else if (paths == 1)
            {
                finding.Warn(
                    $"{first.Name} and {second.Name} reach each other over one network only: it is a single point of "
                    + "failure.");
            }
            else
            {
                finding.Note(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{first.Name} and {second.Name} reach each other over {paths} networks."));
            }
        }

        if (finding.Messages.Count == 0)
        {
            finding.Skip("There is one node only.");
        }

        return finding;
    }

    private static int PathsBetween(LabState lab, PhysicalComputer first, PhysicalComputer second)
    {
        int paths = 0;
        foreach (Subnet near in Networks.SubnetsOf(lab, first.Key))
        {
            bool isPath = Networks.SubnetsOf(lab, second.Key).Any(far => far.Network == near.Network
                && far.PrefixLength == near.PrefixLength && HostLinks.Connected(lab, near.Adapter, far.Adapter));
            paths += isPath ? 1 : 0;
        }

        return paths;
    }
}
