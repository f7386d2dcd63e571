BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab -Preset BladeCenterS | Out-Null
    if (-not (Get-LabClusterGroup web01 -ErrorAction Ignore)) { Add-LabClusterVirtualMachineRole web01 | Out-Null }
    Start-LabClusterGroup web01 | Out-Null
    $home1 = "$((Get-LabClusterGroup web01).OwnerNode)"
    $other = (Get-LabClusterNode | Where-Object Name -NE $home1).Name
}

AfterAll { Remove-Lab Lab }

Describe 'Clustered virtual machines' {
    It 'are groups of two resources' {
        $group = Get-LabClusterGroup web01
        $group.GroupType | Should -Be 'VirtualMachine'
        $group.State | Should -Be 'Online'
        ($group | Get-LabClusterResource).ResourceType | Should -Be 'Virtual Machine Configuration', 'Virtual Machine'
        $bound = Get-LabClusterResource | Where-Object { "$($_.OwnerGroup)" -eq 'web01' }
        @($group | Get-LabClusterResource).Count | Should -Be @($bound).Count
        (Get-LabVM web01 | Get-LabClusterGroup).Name | Should -Be 'web01'
        (Get-LabClusterNode $home1 | Get-LabClusterGroup).Name | Should -Contain 'web01'
    }

    It 'are refused a second time, and while they run' {
        { Add-LabClusterVirtualMachineRole web01 -ErrorAction Stop } | Should -Throw '*is highly available already*' `
            -ErrorId 'OperationFailed,HyperVLab.Commands.Clustering.AddLabClusterVirtualMachineRoleCommand'
    }

    It 'move live' {
        $group = Move-LabClusterVirtualMachineRole web01 $other -MigrationType Live
        "$($group.OwnerNode)" | Should -Be $other
        (Get-LabVM web01).State | Should -Be 'Running'
        Move-LabVM web01 $home1 -Live
        "$($group.OwnerNode)" | Should -Be $home1
        { Move-LabVM web01 $home1 -Live -ErrorAction Stop } | Should -Throw '*already*'
    }

    It 'move quickly, and wait no longer than -Wait' {
        $group = Move-LabClusterGroup web01 -Wait 0
        $group.State | Should -Be 'Pending'
        Step-LabClock -Seconds 120
        $group.State | Should -Be 'Online'
        "$($group.OwnerNode)" | Should -Be $other
        (Move-LabVM web01 -Quick -Passthru).State | Should -Be 'Running'
    }

    It 'change nothing under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Move-LabClusterGroup web01 -WhatIf
        Move-LabClusterVirtualMachineRole web01 -WhatIf
        Move-LabVM web01 -Live -WhatIf
        Stop-LabClusterGroup web01 -WhatIf
        Remove-LabClusterGroup web01 -RemoveResources -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }

    It 'go through their OfflineAction' {
        $machine = Get-LabClusterResource 'Virtual Machine web01'
        ($machine | Get-LabClusterParameter OfflineAction).Value | Should -Be '1'
        $machine | Set-LabClusterParameter OfflineAction 0
        ($machine | Get-LabClusterParameter Off*).Value | Should -Be '0'
        { $machine | Set-LabClusterParameter OfflineAction 9 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Clustering.SetLabClusterParameterCommand'
        (Stop-LabClusterGroup web01).State | Should -Be 'Offline'
        (Get-LabVM web01).State | Should -Be 'Off'
        (Start-LabClusterGroup web01).State | Should -Be 'Online'
        Stop-LabClusterResource 'Virtual Machine web01' | Out-Null
        (Get-LabClusterGroup web01).State | Should -Be 'PartialOnline'
        (Start-LabClusterResource 'Virtual Machine web01').State | Should -Be 'Online'
    }

    It 'prefer the nodes that they are told' {
        Set-LabClusterOwnerNode -Group web01 $other, $home1
        (Get-LabClusterOwnerNode -Group web01).OwnerNodes | Should -Be $other, $home1
    }

    It 'can be described, limited and renamed' {
        $group = Get-LabClusterGroup web01
        $group.Description = 'The web server'
        (Set-LabClusterGroup web01 -FailoverThreshold 2 -FailoverPeriod 12).FailoverThreshold | Should -Be 2
        $group.Name = 'Web'
        (Get-LabClusterGroup Web).Description | Should -Be 'The web server'
        (Set-LabClusterResource 'Virtual Machine web01' -RestartThreshold 3).RestartThreshold | Should -Be 3
        { Set-LabClusterGroup Web -ErrorAction Stop } | Should -Throw '*Nothing was given to change*'
    }

    It 'become ordinary virtual machines again' {
        Remove-LabClusterGroup Web -RemoveResources -Force
        Get-LabClusterResource '*web01' | Should -BeNullOrEmpty
        (Get-LabVM web01).State | Should -Be 'Running'
        { Move-LabVM web01 $other -Live -ErrorAction Stop } | Should -Throw '*is not clustered*'
    }
}
