BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost VMM1 | Install-LabOperatingSystem -Edition WindowsServer2008R2Standard
    Join-LabDomain lab.local -ComputerName VMM1 -Restart
    foreach ($name in 'HV1', 'HV2') {
        Add-LabHost $name | Install-LabOperatingSystem -Edition HyperVServer2008R2
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
    $script:command = 'HyperVLab.Commands'
}

AfterAll { Remove-Lab Lab }

Describe 'Install-LabVMMServer' {
    It 'needs a server before anything is managed' {
        { New-LabVMHostGroup 'Rack 1' -ErrorAction Stop } |
            Should -Throw '*Install one with Install-LabVMMServer*' -ErrorId "1615,$command*"
    }

    It 'makes a computer a Virtual Machine Manager server' {
        $server = Install-LabVMMServer VMM1
        $server.FQDN | Should -Be 'VMM1.lab.local'
        $server.Port | Should -Be 8100
        (Get-LabVMMServer).IsConnected | Should -BeTrue
        (Get-LabVMHostGroup).Path | Should -Be 'All Hosts'
    }

    It 'refuses Hyper-V Server' {
        { Install-LabVMMServer HV1 -ErrorAction Stop } | Should -Throw '*no full Windows Server*'
    }

    It 'changes nothing under -WhatIf' {
        Install-LabVMMServer HV1 -WhatIf | Should -BeNullOrEmpty
    }
}

Describe 'Host groups' {
    It 'form a tree' {
        $house = New-LabVMHostGroup House -Description 'in town'
        $rack = $house | New-LabVMHostGroup 'Rack 1'
        $rack.Path | Should -Be 'All Hosts\House\Rack 1'
        $rack.ParentHostGroup.Name | Should -Be 'House'
        (Get-LabVMHostGroup -ParentHostGroup House).Name | Should -Be 'Rack 1'
        (Set-LabVMHostGroup 'Rack 1' -Name 'Rack A').Path | Should -Be 'All Hosts\House\Rack A'
        (Move-LabVMHostGroup 'Rack A' -ParentHostGroup 'All Hosts').Path | Should -Be 'All Hosts\Rack A'
    }

    It 'are named by their place where a name is not enough' {
        New-LabVMHostGroup 'Rack A' -ParentHostGroup House | Out-Null
        { Set-LabVMHostGroup 'Rack A' -Description x -ErrorAction Stop } | Should -Throw '*House*'
        (Set-LabVMHostGroup 'All Hosts\House\Rack A' -Description second).Description | Should -Be second
        Remove-LabVMHostGroup 'All Hosts\House\Rack A'
        @(Get-LabVMHostGroup 'Rack A').Count | Should -Be 1
    }

    It 'are not removed with something in them' {
        { Remove-LabVMHostGroup 'All Hosts' -ErrorAction Stop } | Should -Throw '*neither moved nor removed*'
    }
}

Describe 'Managed hosts' {
    It 'come under management, into a group, as a job with a tree of steps' {
        $managed = Add-LabVMHost HV1 -VMHostGroup 'Rack A' -JobVariable added
        $managed.HostGroup | Should -Be 'All Hosts\Rack A'
        $managed.State | Should -Be 'Responding'
        $added.Steps.Name | Should -Be 'Add virtual machine host',
            'Install Virtual Machine Manager agent', 'Refresh host'
        $added.Steps.Depth | Should -Be 0, 1, 1
        $added.Steps[1].Duration | Should -Be '00:01:00'
        (Get-LabVMHostGroup 'Rack A' | Get-LabVMHost).Name | Should -Be HV1
        (Get-LabVMHost -VMHostGroup (Get-LabVMHostGroup 'All Hosts')).Name | Should -Be HV1
        Get-LabVMHostGroup House | Get-LabVMHost | Should -BeNullOrEmpty
    }

    It 'go on being added while the prompt is back' {
        Add-LabVMHost HV2 -RunAsynchronously -JobVariable added | Out-Null
        $added.State | Should -Be 'Running'
        Wait-LabJob $added | Out-Null
        (Get-LabVMMManagedComputer HV2).State | Should -Be 'Responding'
    }

    It 'are read again on demand and go to other groups' {
        (Read-LabVMHost HV1).Name | Should -Be HV1
        (Get-LabVMMManagedComputer HV1).UpdatedDate | Should -Be (Get-LabClock).Now
        Move-LabVMHost HV1 -ParentHostGroup House | Out-Null
        (Get-LabVMMManagedComputer HV1).HostGroup | Should -Be 'All Hosts\House'
    }

    It 'fail a job when their agent is lost, and the job goes on later' {
        $fault = Add-LabFault -Kind AgentUnreachable -ComputerName HV1
        (Get-LabVMMManagedComputer HV1).State | Should -Be 'NotResponding'
        { Read-LabVMHost HV1 -ErrorAction Stop } | Should -Throw '*agent HV1 was lost*' -ErrorId "2916,$command*"
        $job = Get-LabJob -Newest 1
        $job.CanRestart | Should -BeTrue
        { Restart-LabJob $job -ErrorAction Stop } | Should -Throw '*agent HV1 was lost*'
        $fault | Remove-LabFault
        (Restart-LabJob $job).State | Should -Be 'Completed'
        { Restart-LabJob $job -ErrorAction Stop } | Should -Throw '*is Completed*'
    }

    It 'leave management, by force when they are dead' {
        Remove-LabVMHost HV2
        Stop-LabHost HV1 -TurnOff
        { Remove-LabVMHost HV1 -ErrorAction Stop } | Should -Throw '*agent HV1 was lost*'
        Remove-LabVMHost HV1 -Force
        Get-LabVMMManagedComputer | Should -BeNullOrEmpty
    }
}

Describe 'Clusters of hosts' {
    It 'are managed as a whole' {
        Remove-Lab Lab
        & $PSScriptRoot/../Shared/New-SampleCluster.ps1
        Add-LabHost VMM1 | Install-LabOperatingSystem -Edition WindowsServer2012R2Standard
        Join-LabDomain lab.local -ComputerName VMM1 -Restart
        Install-LabVMMServer VMM1 | Out-Null
        { Add-LabVMHost NODE1 -ErrorAction Stop } | Should -Throw '*node of the cluster C1*'
        (Add-LabVMHostCluster C1).Name | Should -Be C1
        (Get-LabVMMManagedComputer).Name | Should -Be NODE1, NODE2
        Remove-LabVMHostCluster C1
        Get-LabVMMManagedComputer | Should -BeNullOrEmpty
    }
}
