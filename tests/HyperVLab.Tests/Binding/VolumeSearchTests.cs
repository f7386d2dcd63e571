using HyperVLab.Binding;

namespace HyperVLab.Tests.Binding;

public sealed class VolumeSearchTests
{
    private readonly List<string> _damaged = [];

    [Fact]
    public void A_folder_lists_what_is_in_it_and_no_hidden_files()
        => Assert.Equal(["file.txt", "loop", "link", "a\\b", "broken"], Names(recurse: false));

    [Fact]
    public void Hidden_files_are_listed_where_they_are_wanted()
        => Assert.Contains("hidden.txt", Names(recurse: false, showsHidden: true));

    [Fact]
    public void A_folder_that_leads_back_is_not_entered_again()
        => Assert.Equal(5, Names(recurse: true).Count);

    [Fact]
    public void A_volume_without_end_is_left_at_some_depth()
        => Assert.InRange(Names(recurse: true, lies: true).Count, 1000, 5000);

    [Fact]
    public void Links_and_names_that_are_paths_are_not_entered()
    {
        var paths = Search(showsHidden: false).Under(new LoopingVolume().Find("")!, recurse: true);
        Assert.DoesNotContain(paths, file => file.Path.StartsWith("\\link\\", StringComparison.Ordinal)
            || file.Path.StartsWith("\\a\\b\\", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_cannot_be_listed_is_reported_and_passed_over()
    {
        Names(recurse: true);
        Assert.Equal(["\\broken"], _damaged);
    }

    private List<string> Names(bool recurse, bool showsHidden = false, bool lies = false) =>
        [.. Search(showsHidden, lies).Under(new LoopingVolume().Find("")!, recurse).Select(file => file.Name)];

    private VolumeSearch Search(bool showsHidden, bool lies = false) =>
        new(new LoopingVolume { Lies = lies }, showsHidden, (folder, _) => _damaged.Add(folder));
}
