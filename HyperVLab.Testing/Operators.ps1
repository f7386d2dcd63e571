# Operators of Pester's Should. Pester takes 32 at most and brings 26 itself, so these are few and take many things.

function Assert-LabOnline {
    <#
    .SYNOPSIS
        Asserts that a thing is online: a virtual machine runs, a group or volume is Online, a node is Up.
    .EXAMPLE
        'web01' | Should -BeOnline -On NODE2
        Passes where web01 runs on NODE2.
    #>
    param($ActualValue, [string] $On, [switch] $Negate, [string] $Because)

    $is = Get-LabStanding $ActualValue
    $isThere = $is.IsOnline -and (-not $On -or $is.Place -eq $On)
    $wish = $On ? "online on $On" : 'online'
    $place = $is.Place -and $is.Place -ne $is.Name ? " on $($is.Place)" : ''
    $message = $Negate ?
        "Expected $($is.Title) not to be $wish{because} but it is $($is.State)$place." :
        "Expected $($is.Title) to be $wish{because} but it is $($is.State)$place.$($is.Reason ? " $($is.Reason)" : '')"
    Get-ShouldAnswer ($isThere -ne $Negate) $message $Because $is.Name, $is.Place, $On
}

function Assert-LabHighlyAvailable {
    <#
    .SYNOPSIS
        Asserts that a virtual machine or group is online in a cluster, and would find a place were its node lost.
    .DESCRIPTION
        A place is another node that is up, is a possible owner, has the switches of the machine and enough memory, and
        reaches the shared volumes that it uses. The message says what every node lacks.
    .EXAMPLE
        Get-LabVM | Should -BeHighlyAvailable
        Passes where every virtual machine would survive the loss of its host.
    #>
    param($ActualValue, [switch] $Negate, [string] $Because)

    $is = Get-LabStanding $ActualValue
    $lacks = @(Get-LabAvailabilityLack $is)
    $message = $Negate ?
        "Expected $($is.Title) not to be highly available{because} but another node could take it over." :
        "Expected $($is.Title) to be highly available{because} but $($lacks -join '; ')."
    Get-ShouldAnswer (($lacks.Count -eq 0) -ne $Negate) $message $Because $is.Name, $is.Place
}

function Assert-LabQuorum {
    <#
    .SYNOPSIS
        Asserts that a cluster runs with a majority of its votes, and not because it was forced to.
    .EXAMPLE
        Get-LabCluster | Should -HaveQuorum -Spare 1
        Passes where one vote more could be lost.
    #>
    param($ActualValue, [int] $Spare = 0, [switch] $Negate, [string] $Because)

    $is = Get-LabStanding $ActualValue
    $cluster = $is.Thing -is [HyperVLab.Objects.Cluster] ? $is.Thing : $is.Thing.PSObject.Properties['Cluster']?.Value
    if (-not $cluster) {
        throw [ArgumentException]::new("'$($is.Name)' is of no cluster: -HaveQuorum wants a cluster or its node.")
    }

    $needed = [int] [math]::Floor($cluster.Votes / 2) + 1 + $Spare
    $has = $cluster.IsRunning -and -not $cluster.FixQuorum -and $cluster.VotesPresent -ge $needed
    $state = -not $cluster.IsRunning ? 'its service runs on no node that could form it' :
        $cluster.FixQuorum ? 'it was forced to run without' :
        "$($cluster.VotesPresent) of $($cluster.Votes) votes are present, and $needed are needed"
    $wish = $Spare ? "quorum with $Spare to spare" : 'quorum'
    $message = $Negate ?
        "Expected cluster '$($cluster.Name)' not to have $wish{because} but it has." :
        "Expected cluster '$($cluster.Name)' to have $wish{because} but $state."
    $nodes = @(Get-LabClusterNode -Cluster $cluster.Name).Name
    Get-ShouldAnswer ($has -ne $Negate) $message $Because (@($cluster.Name) + $nodes)
}

function Assert-LabAccess {
    <#
    .SYNOPSIS
        Asserts how nodes reach a shared volume: Direct, Redirected (in one way or the other), Paused or Unavailable.
    .EXAMPLE
        Get-LabClusterSharedVolume | Should -HaveAccess Redirected -On NODE2
        Passes where NODE2 reads and writes the volume through its owner.
    #>
    param($ActualValue, [string] $Access, [string[]] $On, [switch] $Negate, [string] $Because)

    $volume = $ActualValue -is [string] ? (Get-LabClusterSharedVolume $ActualValue -ErrorAction Ignore) : $ActualValue
    if ($volume -isnot [HyperVLab.Objects.ClusterSharedVolume]) {
        throw [ArgumentException]::new("-HaveAccess wants a shared volume or its name, not '$ActualValue'.")
    }

    $known = 'Direct', 'Redirected', 'FileSystemRedirected', 'BlockRedirected', 'Paused', 'Unavailable'
    if ($Access -notin $known) {
        throw [ArgumentException]::new("-HaveAccess wants one of $($known -join ', '), not '$Access'.")
    }

    $routes = @($volume.SharedVolumeInfo.Access | Where-Object { -not $On -or $_.Node -in $On })
    $missing = @($On | Where-Object { $_ -and $_ -notin $routes.Node })
    if ($missing) {
        throw [ArgumentException]::new("'$($missing -join "', '")' is no node of the cluster of $($volume.Name).")
    }

    $fitting = @($routes | Where-Object { "$($_.State)" -like ($Access -eq 'Redirected' ? '*Redirected' : $Access) })
    $succeeded = $Negate ? $fitting.Count -eq 0 : $fitting.Count -eq $routes.Count
    $state = ($routes | ForEach-Object {
        $reason = "$($_.Reason)" -in '', 'None' ? '' : " ($($_.Reason))"
        "$($_.State) on $($_.Node)$reason"
    }) -join ', '
    $wish = "$($Negate ? 'not ' : '')to be $Access$($On ? " on $($On -join ', ')" : ' on every node')"
    $message = "Expected shared volume '$($volume.Name)' $wish{because} but it is $state; " +
        "$($volume.OwnerNode) owns it."
    Get-ShouldAnswer $succeeded $message $Because (@($volume.Name) + @($routes.Node))
}

function Assert-LabOutage {
    <#
    .SYNOPSIS
        Asserts that an outage that Measure-LabOutage measured was over within a time, or lost few pings.
    .EXAMPLE
        Measure-LabOutage web01 { Stop-LabHost NODE1 -TurnOff } | Should -LastAtMost 00:02:30
        Passes where web01 answers again two and a half minutes after its host lost power.
    .EXAMPLE
        Measure-LabOutage web01 { Move-LabVM web01 NODE2 -Live } | Should -LastAtMost -Pings 2
        Passes where a live migration lost at most two pings.
    #>
    param($ActualValue, $Time, $Pings, [switch] $Negate, [string] $Because)

    if ($ActualValue.PSObject.TypeNames -notcontains 'HyperVLab.Testing.Outage') {
        throw [ArgumentException]::new("-LastAtMost wants what Measure-LabOutage writes, not '$ActualValue'.")
    }

    if ($null -eq $Time -and $null -eq $Pings) {
        throw [ArgumentException]::new('-LastAtMost wants a time, a number of seconds, or -Pings and a number.')
    }

    $limit = $null -eq $Time ? [timespan]::MaxValue : $Time -is [ValueType] -and $Time -isnot [timespan] ?
        [timespan]::FromSeconds($Time) : [timespan] $Time
    $isShort = $ActualValue.IsOver -and $ActualValue.Duration -le $limit -and
        ($null -eq $Pings -or $ActualValue.Lost -le $Pings)
    $wish = @(
        if ($null -ne $Time) { Format-LabMoment $limit }
        if ($null -ne $Pings) { "$Pings pings" }
    ) -join ' and '
    $duration = Format-LabMoment $ActualValue.Duration
    $was = $ActualValue.IsOver ?
        "it lasted $duration and cost $($ActualValue.Lost) of $($ActualValue.Sent) pings" :
        "it is not over after $duration"
    $message = "Expected the outage of '$($ActualValue.TargetName)' $($Negate ? 'not ' : '')to last at most " +
        "$wish{because} but $was.`n$($ActualValue.Timeline.Draw(100))"
    Get-ShouldAnswer ($isShort -ne $Negate) $message $Because $ActualValue.TargetName $ActualValue.EndTime
}
