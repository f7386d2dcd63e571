using System.Xml.Linq;

namespace HyperVLab.Conventions.Tests;

public sealed class FormatTests
{
    private static readonly XDocument s_views = XDocument.Load(Checkout.PathOf("HyperVLab.format.ps1xml"));

    [Fact]
    public void What_a_cmdlet_writes_has_a_view()
    {
        HashSet<string> shown = [.. s_views.Descendants("TypeName").Select(name => name.Value)];
        Finding.None(
            from cmdlet in ModuleCmdlets.All
            from type in cmdlet.OutputTypes
            where type.StartsWith("HyperVLab.", StringComparison.Ordinal) && !shown.Contains(type)
            select type);
    }

    [Fact]
    public void A_view_is_of_a_type_that_is_there_and_shows_properties_that_it_has() => Finding.None(
        from view in s_views.Descendants("View")
        from name in view.Descendants("TypeName").Select(element => element.Value)
        let type = ModuleCmdlets.Assembly.GetType(name)
        from property in view.Descendants("PropertyName").Select(element => element.Value).DefaultIfEmpty(string.Empty)
        where type is null || (property.Length > 0 && property is not ("PSComputerName" or "Id" or "Name" or "State"
            or "PSJobTypeName") && type.GetProperty(property) is null)
        select $"{name} has no {property}");
}
